package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Kind;
import org.openplr.challenge.Telling;

/** What else is there to say, and does somebody wait for it? */
@Named
@RequestScoped
public class ChallengeWordsPage extends ChallengeStep {
    private String explanation = "";
    private String elsewhere = "";
    private final DateParts until = new DateParts();

    @Override
    void fill(Challenge challenge) {
        explanation = challenge.story().explanation();
        elsewhere = challenge.story().elsewhere();
        var on = challenge.story().elsewhereOn();
        if (on != null) until.set(on);
    }

    /** Whether nothing can be done without words. */
    public boolean isNeeded() {
        return isThere()
                && (getChallenge().kind() == Kind.NOT_MINE || getChallenge().kind() == Kind.WRONG_LOOK);
    }

    /** Keeps it. */
    public void next() throws IOException {
        if (!isThere()) return;
        if (isNeeded() && explanation.isBlank()) faults.at("explanation", "challenge.words.missing");
        if (!until.isBlank() && until.date().isEmpty()) faults.at("elsewhere-day", "challenge.date-invalid");
        if (until.isBlank() && !elsewhere.isBlank()) faults.at("elsewhere-day", "challenge.words.day-missing");
        if (faults.isAny()) return;
        var supplied = getChallenge().story().supplied();
        if (keep(new Telling(supplied, explanation, until.date().orElse(null), elsewhere))) goOn("check");
    }

    public String getExplanation() {
        return explanation;
    }

    public void setExplanation(String explanation) {
        this.explanation = explanation;
    }

    public String getElsewhere() {
        return elsewhere;
    }

    public void setElsewhere(String elsewhere) {
        this.elsewhere = elsewhere;
    }

    public DateParts getUntil() {
        return until;
    }
}
