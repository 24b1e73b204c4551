package org.openplr.learner;

import java.util.List;
import java.util.Optional;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** An organisation looked for somebody: a find that found nobody is an entry as much as one that did, about nobody. */
record FindEvent(Actor actor, Optional<Uln> subject, String what, Outcome outcome, String reason, List<String> fields)
        implements LedgerEvent {
    private static final List<String> SEEN = List.of("uln", "name", "dateOfBirth", "gender");

    static FindEvent found(Actor actor, Uln subject) {
        return new FindEvent(actor, Optional.of(subject), "learner.found", Outcome.ALLOWED, "", SEEN);
    }

    static FindEvent possible(Actor actor, Uln subject) {
        return new FindEvent(actor, Optional.of(subject), "learner.possible", Outcome.ALLOWED, "", SEEN);
    }

    static FindEvent checked(Actor actor, Uln subject) {
        return new FindEvent(actor, Optional.of(subject), "learner.checked", Outcome.ALLOWED, "", List.of("uln"));
    }

    /** Nobody was shown; {@code reason} says why. */
    static FindEvent nobody(Actor actor, Optional<Uln> subject, String reason) {
        return new FindEvent(actor, subject, "learner.found", Outcome.REFUSED, reason, List.of());
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
