package org.openplr.identity;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The passkeys of all accounts: public keys only. */
@Part
class PasskeyStore {
    private static final String INSERT =
            "insert into identity_passkey (id, account_id, credential_key, credential, sign_count, backup_eligible,"
                    + " name, made_at) values (" + Sql.places(8) + ")";
    private static final String FIND =
            "select id, account_id, credential, sign_count, backup_eligible from identity_passkey where ";
    /** A counter only goes up; an authenticator without one says 0 for ever. Of two at once with one count, one. */
    private static final String USE =
            "update identity_passkey set sign_count = ?, used_at = ? where id = ? and (sign_count < ? or (sign_count ="
                    + " 0 and ? = 0))";

    private final Sql sql;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    PasskeyStore(Sql sql, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
    }

    /** Keeps a new one; false where it is known already, whose it may be. */
    boolean add(UUID account, Ceremonies.Made made, String name) {
        if (find(made.credentialId()).isPresent()) return false;
        return sql.update(
                        INSERT,
                        List.of(
                                ids.next(),
                                account,
                                key(made.credentialId()),
                                made.credential(),
                                made.signCount(),
                                made.backupEligible() ? 1 : 0,
                                name,
                                now()))
                == 1;
    }

    /** The passkey of this credential id, base64url. */
    Optional<StoredPasskey> find(String credentialId) {
        return sql.rows(FIND + "credential_key = ?", PasskeyStore::stored, List.of(key(credentialId))).stream()
                .findFirst();
    }

    List<StoredPasskey> stored(UUID account) {
        return sql.rows(FIND + "account_id = ?", PasskeyStore::stored, List.of(account));
    }

    List<Passkey> of(UUID account) {
        return sql.rows(
                "select id, name, made_at, used_at from identity_passkey where account_id = ? order by made_at, id",
                row -> new Passkey(
                        row.id("id"),
                        row.text("name"),
                        row.moment("made_at"),
                        Optional.ofNullable(row.momentIfAny("used_at"))),
                List.of(account));
    }

    /** Notes that it was used, unless its counter did not go up. */
    boolean used(StoredPasskey passkey, long count) {
        return sql.update(USE, List.of(count, now(), passkey.id(), count, count)) == 1;
    }

    boolean remove(UUID account, UUID passkey) {
        return sql.update("delete from identity_passkey where account_id = ? and id = ?", List.of(account, passkey))
                == 1;
    }

    private static StoredPasskey stored(Sql.Row row) throws SQLException {
        return new StoredPasskey(
                row.id("id"),
                row.id("account_id"),
                row.text("credential"),
                row.longNumber("sign_count"),
                row.number("backup_eligible") == 1);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String key(String credentialId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(credentialId.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
