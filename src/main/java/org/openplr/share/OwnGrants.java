package org.openplr.share;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Part;

/** The grants that are a learner's own; whoever reaches for another's finds nothing, and the ledger has it. */
@Part
class OwnGrants {
    private final Grants grants;
    private final Learners learners;
    private final Ledger ledger;

    @Inject
    OwnGrants(Grants grants, Learners learners, Ledger ledger) {
        this.grants = grants;
        this.learners = learners;
        this.ledger = ledger;
    }

    /** This grant, if it is the learner's; what they want with it stands in the ledger if it is not. */
    Optional<Grant> find(Actor.ForLearner learner, UUID id, String what) {
        Right.SHARE.require(learner);
        var found = grants.find(id);
        if (found.isEmpty()) return found;
        if (numbersOf(learner).contains(found.get().uln())) return found;
        ledger.write(ShareEvent.notTheirs(learner, found.get(), what));
        return Optional.empty();
    }

    /** All of a learner's grants, newest first. */
    List<Grant> of(Actor.ForLearner learner) {
        Right.SHARE.require(learner);
        return grants.of(numbersOf(learner));
    }

    private Set<Uln> numbersOf(Actor.ForLearner learner) {
        return learners.find(learner.uln()).map(Learner::numbers).orElse(Set.of(learner.uln()));
    }
}
