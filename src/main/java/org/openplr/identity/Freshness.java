package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/**
 * Whether it is proved freshly enough who is at a browser: within 15 minutes, and with two factors where the account has
 * more than its passphrase. A fresh sign-in counts.
 */
@Part
class Freshness {
    static final Duration FRESH = Duration.ofMinutes(15);

    private static final String WAYS =
            "select (select count(*) from identity_totp t where t.account_id = a.id and t.secret is not null) as apps,"
                    + " (select count(*) from identity_passkey p where p.account_id = a.id) as passkeys,"
                    + " (select count(*) from identity_recovery_code r where r.account_id = a.id and r.used_at is null)"
                    + " as codes from identity_account a where a.id = ?";

    private final Sql sql;
    private final InstantSource clock;

    @Inject
    Freshness(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Ways ways(UUID account) {
        return sql
                .rows(
                        WAYS,
                        row -> new Ways(row.number("apps") > 0, row.number("passkeys"), row.number("codes")),
                        List.of(account))
                .stream()
                .findFirst()
                .orElseThrow(Mistake::notFound);
    }

    /** Whether it has to be proved again first. */
    boolean isOver(SignedInSession session) {
        if (!session.provedAt().plus(FRESH).isAfter(clock.instant())) return true;
        return !session.proof().twoFactors() && ways(session.account()).second();
    }

    /** @throws Mistake FORBIDDEN {@code prove-again} */
    void require(SignedInSession session) {
        if (isOver(session)) throw Mistake.of(Mistake.Kind.FORBIDDEN, "prove-again");
    }
}
