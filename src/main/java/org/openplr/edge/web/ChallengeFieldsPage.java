package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.EnumMap;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Field;
import org.openplr.challenge.Kind;
import org.openplr.challenge.Telling;

/** What should it say? Filled in with what the record says, to be changed. */
@Named
@RequestScoped
public class ChallengeFieldsPage extends ChallengeStep {
    @Inject
    private ChallengeForm challengeForm;

    @Override
    void fill(Challenge challenge) {
        challengeForm.fill(challenge.story().original());
        challengeForm.fill(challenge.story().supplied());
    }

    /** Whether it asks for the fields of an event. */
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

    /** Keeps what differs. */
    public void next() throws IOException {
        if (!isThere()) return;
        var challenge = getChallenge();
        var said = new EnumMap<Field, String>(challengeForm.read(kind()));
        if (faults.isAny()) return;
        said.values().removeIf(String::isEmpty);
        said.entrySet()
                .removeIf(one ->
                        one.getValue().equals(challenge.story().original().get(one.getKey())));
        if (said.isEmpty()) {
            faults.at("", "challenge.fields.nothing");
            return;
        }
        if (kind() == Kind.MISSING && !said.containsKey(Field.TITLE)) {
            faults.at("title", "challenge.fields.title-missing");
            return;
        }
        var story = challenge.story();
        if (keep(new Telling(said, story.explanation(), story.elsewhereOn(), story.elsewhere()))) goOn("words");
    }
}
