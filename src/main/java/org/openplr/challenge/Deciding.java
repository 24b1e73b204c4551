package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * Decides a challenge, and puts the record right in the same transaction: where that fails, nothing was decided. The row is won
 * first, so of two who decide at once one puts anything right.
 */
@Service
public class Deciding {
    private final ChallengeTable table;
    private final Moving moving;
    private final Corrections corrections;

    @Inject
    Deciding(ChallengeTable table, Moving moving, Corrections corrections) {
        this.table = table;
        this.moving = moving;
        this.corrections = corrections;
    }

    /**
     * Decides.
     *
     * @param seen the revision that they looked at
     * @throws Mistake NOT_FOUND for whoever has no part in it, UNPROCESSABLE with every fault of what it is to say, CONFLICT
     *     where it cannot be put right: the event is withdrawn, or is not theirs
     */
    public Stepped decide(Actor actor, UUID id, long seen, Decision decision) {
        var one = table.find(id).orElseThrow(Mistake::notFound);
        var parts = moving.required(actor, one);
        if (one.revision() != seen) return new Stepped.Meanwhile(one);
        var correction = correction(one, decision);
        insist(one, correction);
        return moving.take(
                one,
                new Moving.Move(
                        actor,
                        parts,
                        decision.step(),
                        decision.words(),
                        now -> now.answered(answer(decision.step()), moving.today()),
                        () -> {
                            if (decision.step() != Step.REJECT)
                                corrections.make(actor, one, correction, decision.step() == Step.UPHOLD);
                        }));
    }

    private static State answer(Step step) {
        return switch (step) {
            case UPHOLD -> State.UPHELD;
            case UPHOLD_PARTLY -> State.PARTLY_UPHELD;
            case REJECT -> State.NOT_UPHELD;
            case RAISE, POSTPONE, ARRIVE, ACKNOWLEDGE, TAKE_UP, ASK, GIVE, EXTEND, PASS_ON, APPEAL, WITHDRAW, CLOSE ->
                throw new IllegalArgumentException("no decision: " + step);
        };
    }

    private static Map<Field, String> correction(Challenge one, Decision decision) {
        var correction = new EnumMap<Field, String>(Field.class);
        if (decision.correction().isEmpty() && decision.step() == Step.UPHOLD)
            correction.putAll(one.story().supplied());
        decision.correction().forEach((field, value) -> correction.put(field, value.strip()));
        return correction;
    }

    private void insist(Challenge one, Map<Field, String> correction) {
        var faults = new ArrayList<Fault>();
        correction.forEach((field, value) -> {
            if (!field.isFor(one.kind())) faults.add(Fault.at(field.text(), "unknown-value"));
            else if (!value.isEmpty()) field.fault(value, moving.today()).ifPresent(faults::add);
        });
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }
}
