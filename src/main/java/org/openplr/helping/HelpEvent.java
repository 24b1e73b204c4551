package org.openplr.helping;

import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** A learner lets somebody help them, or somebody helps. */
record HelpEvent(Actor actor, Optional<Uln> subject, String what, Outcome outcome, String reason, Optional<UUID> about)
        implements LedgerEvent {
    static final String ACCEPTED = "help.accepted";

    static HelpEvent done(Actor actor, Leave leave, String what) {
        return new HelpEvent(actor, Optional.of(leave.uln()), what, Outcome.ALLOWED, "", Optional.of(leave.id()));
    }

    /** About the account that gave the leave: whoever has it is told by mail. */
    static HelpEvent accepted(UUID helper, Leave leave) {
        return new HelpEvent(
                leave.actor(helper),
                Optional.of(leave.uln()),
                ACCEPTED,
                Outcome.ALLOWED,
                "",
                Optional.of(leave.givenBy()));
    }

    static HelpEvent refused(Actor actor, Optional<Leave> leave, String reason) {
        return new HelpEvent(actor, leave.map(Leave::uln), ACCEPTED, Outcome.REFUSED, reason, leave.map(Leave::id));
    }

    @Override
    public Basis basis() {
        return Basis.OWN;
    }

    @Override
    public String proof() {
        return actor instanceof Actor.Checker ? "" : "account";
    }
}
