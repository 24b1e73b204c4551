package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Part;
import org.openplr.platform.Secrets;
import org.openplr.platform.Sql;
import org.openplr.platform.Strongbox;

/** The secrets of authenticator apps, sealed each for its account. */
@Part
class TotpSecrets {
    private static final String INSERT =
            "insert into identity_totp (account_id, secret, pending, last_step) values (?, null, ?, 0)";
    private static final String PEND = "update identity_totp set pending = ? where account_id = ?";
    private static final String FIND = "select secret, pending from identity_totp where account_id = ?";
    private static final String CONFIRM =
            "update identity_totp set secret = pending, pending = null, last_step = ? where account_id = ? and pending"
                    + " = ?";
    private static final String SPEND =
            "update identity_totp set last_step = ? where account_id = ? and secret is not null and last_step < ?";

    private final Sql sql;
    private final Strongbox box;
    private final InstantSource clock;

    private record Row(@Nullable String secret, @Nullable String pending) {}

    @Inject
    TotpSecrets(Sql sql, Secrets secrets, InstantSource clock) {
        this.sql = sql;
        this.box = secrets.box();
        this.clock = clock;
    }

    /** Whether an app is set up. */
    boolean isOn(UUID account) {
        return find(account).map(Row::secret).isPresent();
    }

    /** Keeps a secret that is not confirmed yet; the one that counts stays until then. */
    void pend(UUID account, byte[] secret) {
        var sealed = box.seal(place(account), secret);
        if (sql.update(PEND, List.of(sealed, account)) == 0) sql.update(INSERT, List.of(account, sealed));
    }

    /** The secret that is being set up. */
    Optional<byte[]> pending(UUID account) {
        return find(account).map(Row::pending).map(kept -> box.open(place(account), kept));
    }

    /** From now on the secret that was being set up counts, if this is a code of it. */
    boolean confirm(UUID account, String code) {
        var kept = find(account).map(Row::pending);
        if (kept.isEmpty()) return false;
        var step = Totp.match(box.open(place(account), kept.get()), code, clock.instant());
        return step.isPresent() && sql.update(CONFIRM, List.of(step.getAsLong(), account, kept.get())) == 1;
    }

    /** Takes a code: right, of about now, and of a later step than any before. Of two at once, one. */
    boolean spend(UUID account, String code) {
        var kept = find(account).map(Row::secret);
        if (kept.isEmpty()) return false;
        var step = Totp.match(box.open(place(account), kept.get()), code, clock.instant());
        return step.isPresent() && sql.update(SPEND, List.of(step.getAsLong(), account, step.getAsLong())) == 1;
    }

    boolean remove(UUID account) {
        return sql.update("delete from identity_totp where account_id = ?", List.of(account)) == 1;
    }

    private Optional<Row> find(UUID account) {
        return sql
                .rows(FIND, row -> new Row(row.textIfAny("secret"), row.textIfAny("pending")), List.of(account))
                .stream()
                .findFirst();
    }

    private static String place(UUID account) {
        return "totp:" + account;
    }
}
