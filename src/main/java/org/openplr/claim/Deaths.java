package org.openplr.claim;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Which learners died: nobody signs in to their record or claims it any more, and what was shared of it ends. The record
 * stays as it is. That it was noted can be a mistake; somebody else takes it back then.
 */
@Service
public class Deaths {
    private final Learners learners;
    private final Ending ending;
    private final Sql sql;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Deaths(Learners learners, Ending ending, Sql sql, Ledger ledger, InstantSource clock) {
        this.learners = learners;
        this.ending = ending;
        this.sql = sql;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Notes it, and ends whatever anybody has of the record.
     *
     * @return false where it was noted before
     * @throws Mistake UNPROCESSABLE without a reason in words: what tells so
     */
    public boolean note(Actor.Administrator administrator, Uln number, String reason) {
        var why = Ending.reason(reason);
        var learner = known(number);
        if (of(learner).isPresent()) return false;
        sql.update(
                "insert into claim_death (uln, reason, administrator, noted_at) values (?, ?, ?, ?)",
                List.of(
                        learner.uln().digits(),
                        why,
                        administrator.account(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        ledger.write(ClaimEvent.settled(administrator, learner.uln(), "claim.died", why, Optional.empty()));
        ending.end(administrator, learner, "claim.closed", why);
        return true;
    }

    /**
     * Takes it back: the record can be claimed anew.
     *
     * @return false where nobody noted it, or this very administrator did
     * @throws Mistake UNPROCESSABLE without a reason in words
     */
    public boolean takeBack(Actor.Administrator administrator, Uln number, String reason) {
        var why = Ending.reason(reason);
        var learner = known(number);
        var noted = of(learner);
        if (noted.isEmpty()) return false;
        if (noted.get().by().equals(administrator.account())) {
            ledger.write(ClaimEvent.refused(administrator, Optional.of(learner.uln()), "claim.lives", "own-note"));
            return false;
        }
        sql.update(
                "delete from claim_death where uln in ("
                        + Sql.places(learner.numbers().size()) + ")",
                digits(learner));
        ledger.write(ClaimEvent.settled(administrator, learner.uln(), "claim.lives", why, Optional.empty()));
        return true;
    }

    /** Whether it is noted of whoever has this number. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isNoted(Uln number) {
        return learners.find(number).flatMap(this::of).isPresent();
    }

    /** What was noted of this learner. */
    Optional<ClaimLine.Death> of(Learner learner) {
        return sql
                .rows(
                        "select reason, noted_at, administrator from claim_death where uln in ("
                                + Sql.places(learner.numbers().size()) + ")",
                        row -> new ClaimLine.Death(row.text("reason"), row.moment("noted_at"), row.id("administrator")),
                        digits(learner))
                .stream()
                .findFirst();
    }

    private Learner known(Uln number) {
        return learners.find(number).orElseThrow(Mistake::notFound);
    }

    private static List<String> digits(Learner learner) {
        return learner.numbers().stream().map(Uln::digits).toList();
    }
}
