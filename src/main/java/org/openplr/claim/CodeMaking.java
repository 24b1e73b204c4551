package org.openplr.claim;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.party.Actor;
import org.openplr.platform.Part;

/** Makes activation codes, and tells who holds a record already that somebody else is about to get one. */
@Part
class CodeMaking {
    private final ActivationCodes codes;
    private final Holders holders;
    private final Deaths deaths;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    CodeMaking(ActivationCodes codes, Holders holders, Deaths deaths, Ledger ledger, InstantSource clock) {
        this.codes = codes;
        this.holders = holders;
        this.deaths = deaths;
        this.ledger = ledger;
        this.clock = clock;
    }

    DeskOutcome.Made make(Actor.OrganisationUser officer, Learner learner, boolean newWay) {
        var made = codes.make(learner.uln(), learner.numbers(), officer.account(), newWay);
        ledger.write(ClaimEvent.done(officer, learner.uln(), "claim.code-made"));
        alarm(officer, learner);
        return made;
    }

    boolean isClaimed(Learner learner) {
        return !holders.of(learner).isEmpty();
    }

    /** Whether it was noted that they died. */
    boolean isDeceased(Learner learner) {
        return deaths.of(learner).isPresent();
    }

    /** Notes that a learner is called otherwise now, and tells every holder of the record. */
    void renamed(Actor.OrganisationUser officer, Learner learner) {
        var held = holders.of(learner);
        if (held.isEmpty()) ledger.write(ClaimEvent.renamed(officer, learner.uln(), Optional.empty()));
        for (var holder : held) ledger.write(ClaimEvent.renamed(officer, learner.uln(), Optional.of(holder)));
    }

    /** Tells every holder of the record. */
    void alarm(Actor actor, Learner learner) {
        for (var holder : holders.of(learner)) ledger.write(ClaimEvent.contested(actor, learner.uln(), holder));
    }

    Optional<ActivationCodes.Kept> kept(ActivationCode code, UUID officer) {
        return codes.find(code).filter(kept -> kept.madeBy().equals(officer) && kept.isLive(clock.instant()));
    }
}
