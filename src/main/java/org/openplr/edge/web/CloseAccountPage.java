package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.claim.GivingUp;
import org.openplr.helping.GivingUpHelping;
import org.openplr.party.Actor;

/** Closing one's own account, for good: what goes and what stays; asked once, and proved again. */
@Named
@RequestScoped
public class CloseAccountPage {
    @Inject
    private Visitor visitor;

    @Inject
    private GivingUp givingUp;

    @Inject
    private GivingUpHelping givingUpHelping;

    @Inject
    private Answer answer;

    /** Closes it; the session ended with it. */
    public void close() throws IOException {
        if (isLearner()) givingUp.giveUp(visitor.session());
        else givingUpHelping.giveUp(visitor.session());
        answer.redirect("/signed-out?closed=true");
    }

    /** Whether there is a record and what was shared of it. */
    public boolean isLearner() {
        return visitor.session().actor() instanceof Actor.Learner;
    }
}
