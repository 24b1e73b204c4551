package org.openplr.claim;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Service;

/**
 * Whether a code and facts belong together, in one transaction. A try is taken before anything is compared and given
 * back where it was right, so that parallel tries never pass ten; a refusal is returned, so that its entry stays.
 */
@Service
class ActivationDecision {
    /** Nobody's: what an unknown code is looked up by, so that it takes as long as a known one. */
    private static final Uln NOBODY = new Uln("1000000043");

    private final ActivationCodes codes;
    private final ClaimTickets tickets;
    private final CodeMaking making;
    private final Learners learners;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    ActivationDecision(
            ActivationCodes codes,
            ClaimTickets tickets,
            CodeMaking making,
            Learners learners,
            Ledger ledger,
            InstantSource clock) {
        this.codes = codes;
        this.tickets = tickets;
        this.making = making;
        this.learners = learners;
        this.ledger = ledger;
        this.clock = clock;
    }

    Proving prove(ActivationCode code, Facts facts, String client) {
        var reserved = codes.reserveTry(code);
        var found = codes.find(code);
        var learner = learners.find(found.map(ActivationCodes.Kept::uln).orElse(NOBODY));
        var right = learner.filter(facts::fit).isPresent();
        if (found.isEmpty() || learner.isEmpty()) return refused(client, Optional.empty(), "unknown");
        if (!reserved) return refused(client, learner, ended(found.get()));
        if (!right) return refused(client, learner, "wrong-facts");
        codes.giveTryBack(found.get().id());
        if (!found.get().newWay() && making.isClaimed(learner.get())) return claimed(client, learner.get());
        return new Proving.Proved(tickets.issue(found.get().id()));
    }

    /** Why no try was left, as it stands now; only the learner is told. */
    private String ended(ActivationCodes.Kept code) {
        if (code.ended() != null) return "code-replaced";
        return code.isLive(clock.instant()) ? "code-spent" : "code-expired";
    }

    private Proving claimed(String client, Learner learner) {
        making.alarm(new Actor.Checker("", "", client), learner);
        return new Proving.AlreadyClaimed();
    }

    private Proving refused(String client, Optional<Learner> learner, String reason) {
        ledger.write(ClaimEvent.notActivated(client, learner.map(Learner::uln), reason));
        return new Proving.Refused();
    }
}
