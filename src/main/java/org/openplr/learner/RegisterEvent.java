package org.openplr.learner;

import java.util.List;
import java.util.Optional;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/**
 * Something done to what the register says of a learner: registered, read, verified, changed, linked, marked.
 *
 * @param fields names of what was seen or changed; for a relationship its kind
 */
record RegisterEvent(
        Actor actor, Optional<Uln> subject, String what, Outcome outcome, String reason, List<String> fields)
        implements LedgerEvent {
    static RegisterEvent done(Actor actor, Uln subject, String what, String... fields) {
        return new RegisterEvent(actor, Optional.of(subject), what, Outcome.ALLOWED, "", List.of(fields));
    }

    static RegisterEvent refused(Actor actor, Optional<Uln> subject, String what, String reason) {
        return new RegisterEvent(actor, subject, what, Outcome.REFUSED, reason, List.of());
    }

    @Override
    public Basis basis() {
        return switch (actor) {
            case Actor.ForLearner _ -> Basis.OWN;
            case Actor.OrganisationUser _ -> Basis.LAW;
            case Actor.Administrator _,
                    Actor.App _,
                    Actor.Checker _,
                    Actor.Person _,
                    Actor.RecipientUser _,
                    Actor.System _ -> Basis.SERVICE;
        };
    }

    @Override
    public String proof() {
        return actor instanceof Actor.OrganisationUser ? "registered" : "account";
    }
}
