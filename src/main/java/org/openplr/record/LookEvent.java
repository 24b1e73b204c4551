package org.openplr.record;

import java.util.List;
import java.util.Optional;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** An organisation looked at a record by its own lawful route, or tried to. */
record LookEvent(
        Actor actor, Optional<Uln> subject, String purpose, Outcome outcome, String reason, List<String> fields)
        implements LedgerEvent {
    static LookEvent shown(Actor actor, Uln learner, LookPurpose purpose) {
        return new LookEvent(
                actor, Optional.of(learner), code(purpose), Outcome.ALLOWED, "", List.of("uln", "name", "events"));
    }

    static LookEvent refused(Actor actor, Optional<Uln> learner, LookPurpose purpose, String reason) {
        return new LookEvent(actor, learner, code(purpose), Outcome.REFUSED, reason, List.of());
    }

    /** Purpose and basis: what a learner reads of both is one text. */
    private static String code(LookPurpose purpose) {
        return "law." + purpose.text();
    }

    @Override
    public String what() {
        return "record.looked-at";
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
