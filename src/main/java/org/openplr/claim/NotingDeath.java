package org.openplr.claim;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.party.Actor;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Notes a death, in one transaction with all that ends by it. The database refuses a second note, with {@link
 * org.openplr.platform.Sql.DatabaseTrouble#isDuplicate()}.
 */
@Service
class NotingDeath {
    private final Ending ending;
    private final Sql sql;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    NotingDeath(Ending ending, Sql sql, Ledger ledger, InstantSource clock) {
        this.ending = ending;
        this.sql = sql;
        this.ledger = ledger;
        this.clock = clock;
    }

    void note(Actor.Administrator administrator, Learner learner, String why) {
        sql.update(
                "insert into claim_death (uln, reason, administrator, noted_at) values (?, ?, ?, ?)",
                List.of(
                        learner.uln().digits(),
                        why,
                        administrator.account(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        ledger.write(ClaimEvent.settled(administrator, learner.uln(), "claim.died", why, Optional.empty()));
        ending.end(administrator, learner, "claim.closed", why);
    }
}
