package org.openplr.claim;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.openplr.identity.LearnerAccounts;
import org.openplr.identity.ProvenIdentity;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.platform.Part;
import org.openplr.platform.Sql.DatabaseTrouble;

/**
 * Matches an identity that is proved elsewhere to the register. Name and date of birth of exactly one learner, and the
 * postcode where both sides have one, are enough; anything else is for a desk, or for a code that only the learner has.
 * Like {@link Activation} it has no transaction of its own.
 */
@Part
class OnlineClaims {
    private final Learners learners;
    private final LearnerAccounts accounts;
    private final Activation activation;
    private final Taking taking;
    private final OnlineRefusals refusals;

    @Inject
    OnlineClaims(
            Learners learners,
            LearnerAccounts accounts,
            Activation activation,
            Taking taking,
            OnlineRefusals refusals) {
        this.learners = learners;
        this.accounts = accounts;
        this.activation = activation;
        this.taking = taking;
        this.refusals = refusals;
    }

    OnlineClaim claim(ProvenIdentity identity) {
        var alike = alike(identity);
        if (alike.size() != 1) return refusals.askDesk(alike);
        var learner = alike.getFirst();
        return identity.mayLiveAt(learner.postcode()) ? take(learner, identity) : refusals.needSecret(learner);
    }

    OnlineClaim claim(ProvenIdentity identity, ActivationCode code, String client) {
        return switch (activation.prove(code, new Facts.Proven(identity), client)) {
            case Proving.Proved proved ->
                activation
                        .proved(proved)
                        .flatMap(p -> learners.find(p.uln()))
                        .map(learner -> take(learner, identity))
                        .orElseGet(OnlineClaim.AskDesk::new);
            case Proving.Refused _ -> new OnlineClaim.NeedSharedSecret();
            case Proving.AlreadyClaimed _ -> new OnlineClaim.AlreadyClaimed();
            case Proving.Throttled _ -> new OnlineClaim.Busy();
        };
    }

    private List<Learner> alike(ProvenIdentity identity) {
        return identity.names().stream()
                .flatMap(name -> learners.alike(name.given(), name.family(), identity.dateOfBirth()).stream())
                .distinct()
                .filter(learner -> !taking.isDeceased(learner))
                .toList();
    }

    private OnlineClaim take(Learner learner, ProvenIdentity identity) {
        var prepared = accounts.prepareProvedElsewhere(identity);
        return prepared.isEmpty() ? new OnlineClaim.Busy() : take(learner, prepared.get());
    }

    private OnlineClaim take(Learner learner, LearnerAccounts.Prepared prepared) {
        Optional<Activated> taken;
        try {
            taken = Optional.of(taking.online(learner, prepared));
        } catch (DatabaseTrouble trouble) {
            if (!trouble.isDuplicate()) throw trouble;
            taken = Optional.empty();
        }
        var outcome = taken.orElseGet(() -> taking.contested(ClaimEvent.provider(), learner));
        return switch (outcome) {
            case Activated.Claimed(var welcome) -> new OnlineClaim.Claimed(welcome.account());
            case Activated.Lapsed _ -> new OnlineClaim.AskDesk();
            case Activated.AlreadyClaimed _, Activated.Busy _ -> new OnlineClaim.AlreadyClaimed();
        };
    }
}
