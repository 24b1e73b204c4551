package org.openplr.identity;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Which account a pair of issuer and subject opens. */
@Part
class Bindings {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INSERT =
            "insert into identity_binding (id, account_id, issuer, subject, made_at) values (" + Sql.places(5) + ")";
    private static final String FIND = "select " + Account.COLUMNS
            + " from identity_binding b join identity_account a on a.id = b.account_id"
            + " where b.issuer = ? and b.subject = ? and a.closed_at is null";
    private static final String USED = "update identity_binding set used_at = ? where issuer = ? and subject = ?";

    private final Sql sql;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    Bindings(Sql sql, Ids ids, InstantSource clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Account> find(ProviderIdentity who) {
        return sql.rows(FIND, Account::of, List.of(who.issuer(), who.subject())).stream()
                .findFirst();
    }

    void used(ProviderIdentity who) {
        sql.update(USED, List.of(now(), who.issuer(), who.subject()));
    }

    /** @throws Mistake CONFLICT where somebody else was faster */
    void add(UUID account, ProviderIdentity who) {
        add(account, who.issuer(), who.subject());
    }

    /** @throws Mistake CONFLICT where somebody else was faster */
    void add(UUID account, String issuer, String subject) {
        try {
            sql.update(INSERT, List.of(ids.next(), account, issuer, subject, now()));
        } catch (Sql.DatabaseTrouble trouble) {
            if (trouble.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState()))
                throw Mistake.of(Mistake.Kind.CONFLICT, "changed-since");
            throw trouble;
        }
    }

    List<BoundProvider> of(UUID account) {
        return sql.rows(
                "select id, issuer, made_at, used_at from identity_binding where account_id = ? order by made_at, id",
                row -> new BoundProvider(
                        row.id("id"),
                        row.text("issuer"),
                        row.moment("made_at"),
                        Optional.ofNullable(row.momentIfAny("used_at"))),
                List.of(account));
    }

    boolean remove(UUID account, UUID id) {
        return sql.update("delete from identity_binding where account_id = ? and id = ?", List.of(account, id)) == 1;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
