package org.openplr.share;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.NotTheirs;
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
        return grants.find(id).filter(grant -> isTheirs(learner, grant.uln(), what, Optional.of(id)));
    }

    /** Whether what is whose is this learner's; what they want with it stands in the ledger if it is not. */
    boolean isTheirs(Actor.ForLearner learner, Uln owner, String what, Optional<UUID> about) {
        var theirs = learner.uln().equals(owner) || numbersOf(learner).contains(owner);
        if (!theirs) ledger.write(new NotTheirs(learner, owner, what, about));
        return theirs;
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
