package org.openplr.claim;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.openplr.platform.Sql.DatabaseTrouble;

/**
 * Which learners died: nobody signs in to their record or claims it any more, and what was shared of it ends. The record
 * stays as it is. That it was noted can be a mistake; somebody else takes it back then.
 */
@Service
public class Deaths {
    private final Learners learners;
    private final NotingDeath noting;
    private final Sql sql;
    private final Ledger ledger;

    @Inject
    Deaths(Learners learners, NotingDeath noting, Sql sql, Ledger ledger) {
        this.learners = learners;
        this.noting = noting;
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * Notes it, and ends whatever anybody has of the record. Of two who do so at once one does; the other's is a
     * transaction that fails, so this is one of its own.
     *
     * @return false where it was noted before
     * @throws Mistake UNPROCESSABLE without a reason in words: what tells so
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean note(Actor.Administrator administrator, Uln number, String reason) {
        var why = Ending.reason(reason);
        var learner = known(number);
        if (of(learner).isPresent()) return false;
        try {
            noting.note(administrator, learner, why);
            return true;
        } catch (DatabaseTrouble trouble) {
            if (!trouble.isDuplicate() || of(learner).isEmpty()) throw trouble;
            return false;
        }
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
        var taken = sql.update(
                "delete from claim_death where uln in ("
                        + Sql.places(learner.numbers().size()) + ")",
                digits(learner));
        if (taken == 0) return false;
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
