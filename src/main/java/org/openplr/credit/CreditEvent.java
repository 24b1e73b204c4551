package org.openplr.credit;

import java.util.List;
import java.util.Optional;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.qualification.AwardReference;

/**
 * Somebody asked whether a learner has an award. The reference that was asked for stands where others name fields: it is the
 * question, and the learner reads it.
 */
record CreditEvent(Actor actor, Optional<Uln> subject, Outcome outcome, String reason, List<String> fields)
        implements LedgerEvent {
    static CreditEvent confirmed(Actor actor, Uln learner, AwardReference asked) {
        return new CreditEvent(actor, Optional.of(learner), Outcome.ALLOWED, "", List.of(asked.text()));
    }

    static CreditEvent refused(Actor actor, Optional<Uln> learner, AwardReference asked, String reason) {
        return new CreditEvent(actor, learner, Outcome.REFUSED, reason, List.of(asked.text()));
    }

    @Override
    public String what() {
        return "credit.checked";
    }

    @Override
    public Basis basis() {
        return Basis.LAW;
    }

    @Override
    public String proof() {
        return "registered";
    }
}
