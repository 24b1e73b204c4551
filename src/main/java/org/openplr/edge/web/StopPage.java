package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;

/** Stopping a share: one page that asks once, and no reason. */
@Named
@RequestScoped
public class StopPage extends OneShare {
    /** Stops it; again changes nothing. */
    public void stop() throws IOException {
        shares.withdraw(visitor.forLearner(), getShare().id());
        answer.redirect("/learner/?stopped=true");
    }
}
