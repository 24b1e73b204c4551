package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.EnumMap;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Field;
import org.openplr.challenge.Kind;
import org.openplr.challenge.Raised;
import org.openplr.challenge.Telling;
import org.openplr.platform.Mistake;

/** What an organisation says for its learner, on one page: whoever does so every day needs no more. */
@Named
@RequestScoped
public class ChallengeRaisePage extends ChallengeStep {
    @Inject
    private ChallengeForm challengeForm;

    @Inject
    private SentFile sent;

    private String explanation = "";

    @Override
    String afterwards() {
        return "/organisation/challenges/raised";
    }

    @Override
    void fill(Challenge challenge) {
        challengeForm.fill(challenge.story().original());
        challengeForm.fill(challenge.story().supplied());
    }

    public boolean isOfEvent() {
        return isThere() && (kind() == Kind.WRONG || kind() == Kind.MISSING);
    }

    public boolean isOfDetails() {
        return isThere() && kind() == Kind.DETAILS;
    }

    public boolean isOfNumber() {
        return isThere() && kind() == Kind.TWO_NUMBERS;
    }

    private Kind kind() {
        return getChallenge().kind();
    }

    /** Raises it. */
    public void raise() throws IOException {
        if (!isThere()) return;
        var said = new EnumMap<Field, String>(challengeForm.read(kind()));
        if (faults.isAny()) return;
        said.values().removeIf(String::isEmpty);
        if (!keep(new Telling(said, explanation, null, ""))) return;
        if (sent.isThere() && sent.give(getChallenge(), "").isEmpty()) return;
        try {
            var one = switch (raising.raise(visitor.actor(), getChallenge().id())) {
                case Raised.Done(var challenge) -> challenge;
                case Raised.Later later -> later.challenge();
                case Raised.Already _ -> throw Mistake.of(Mistake.Kind.CONFLICT, "challenged-already");
            };
            answer.redirect(afterwards() + "?reference=" + Languages.encode(one.reference()));
        } catch (Mistake mistake) {
            faults.from(mistake, java.util.Map.of("supplied", ""));
        }
    }

    /** The reference of what was just raised; empty for none. */
    public String getReference() {
        var reference = java.util.Objects.requireNonNullElse(request.getParameter("reference"), "");
        return reference.matches("D(-[0-9A-Z]{1,4}){4}") ? reference : "";
    }

    public String getExplanation() {
        return explanation;
    }

    public void setExplanation(String explanation) {
        this.explanation = explanation;
    }
}
