package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Evidence;
import org.openplr.platform.Mistake;

/** Certificates and letters that are added before it is sent, for whoever has some: nobody has to come here. */
@Named
@RequestScoped
public class ChallengeFilePage extends ChallengeStep {
    @Inject
    private Evidence evidence;

    @Inject
    private SentFile sent;

    @Inject
    private GivenFiles given;

    @Override
    void fill(Challenge challenge) {
        // All of it stands beside the draft.
    }

    public boolean isFull() {
        return isThere() && given.of(getChallenge()).size() >= Evidence.MOST;
    }

    /** Adds one, and back to everything that was said. */
    public void add() throws IOException {
        if (!isThere()) return;
        if (sent.give(getChallenge(), "").isPresent()) answer.redirect(address("check"));
    }

    /** Takes one away. */
    public void remove(int number) throws IOException {
        if (!isThere()) return;
        try {
            evidence.remove(visitor.actor(), getChallenge().id(), number);
            answer.redirect(address("file"));
        } catch (Mistake gone) {
            faults.from(gone);
        }
    }
}
