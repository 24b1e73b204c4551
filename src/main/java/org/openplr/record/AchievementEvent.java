package org.openplr.record;

import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** An awarding organisation changed an award of its own in somebody's record. */
record AchievementEvent(Actor actor, Optional<Uln> subject, String what, Optional<UUID> about) implements LedgerEvent {
    static AchievementEvent of(Actor actor, Uln learner, Maintained outcome, UUID event) {
        var what = switch (outcome) {
            case Maintained.Created() -> "achievement.created";
            case Maintained.Updated() -> "achievement.updated";
            case Maintained.Withdrawn() -> "achievement.withdrawn";
            case Maintained.Reinstated() -> "achievement.reinstated";
            case Maintained.Promoted() -> "achievement.promoted";
            case Maintained.Unchanged() -> throw new IllegalArgumentException("nothing changed");
            case Maintained.Rejected _ -> throw new IllegalArgumentException("it was not taken");
        };
        return new AchievementEvent(actor, Optional.of(learner), what, Optional.of(event));
    }

    @Override
    public Basis basis() {
        return Basis.LAW;
    }

    @Override
    public Outcome outcome() {
        return Outcome.ALLOWED;
    }

    @Override
    public String reason() {
        return "";
    }

    @Override
    public String proof() {
        return "registered";
    }
}
