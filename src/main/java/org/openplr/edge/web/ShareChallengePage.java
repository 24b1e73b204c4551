package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.share.Draft;
import org.openplr.share.OnChallenge;

/** What becomes of what the learner disputes; asked only where there is something. */
@Named
@RequestScoped
public class ShareChallengePage extends ShareStep {
    private String disputed = "";

    @Override
    boolean reachable(Draft.Answers answers) {
        return answers.secondFactor() != null && answers.expires() != null;
    }

    @Override
    void fill(Draft.Answers answers) {
        if (disputed.isEmpty() && answers.onChallenge() != null)
            disputed = answers.onChallenge().name();
    }

    /** Keeps the answer. */
    public void next() throws IOException {
        switch (disputed) {
            case "SHOW" -> keep(answers().onChallenge(OnChallenge.SHOW));
            case "WITHHOLD" -> keep(answers().onChallenge(OnChallenge.WITHHOLD));
            default -> faults.at("disputed", "share.challenge.missing");
        }
        if (!faults.isAny()) goOn("check");
    }

    public String getDisputed() {
        return disputed;
    }

    public void setDisputed(String disputed) {
        this.disputed = disputed;
    }
}
