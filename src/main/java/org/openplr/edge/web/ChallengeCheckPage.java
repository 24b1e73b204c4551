package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.stream.Collectors;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Raised;
import org.openplr.evidence.EvidenceFile;
import org.openplr.platform.Mistake;

/** Everything that was said, before it is raised. */
@Named
@RequestScoped
public class ChallengeCheckPage extends ChallengeStep {
    @Inject
    private GivenFiles given;

    @Override
    void fill(Challenge challenge) {
        // All of it stands in the draft.
    }

    /** The page before. */
    public String getBefore() {
        return address("words");
    }

    /** Whether there are fields to be changed. */
    public boolean isFields() {
        return isThere() && asksFields(getChallenge().kind());
    }

    /** The names of the files that were added. */
    public String getFiles() {
        if (!isThere()) return "";
        return given.of(getChallenge()).stream().map(EvidenceFile::name).collect(Collectors.joining(", "));
    }

    /** Raises it. */
    public void raise() throws IOException {
        if (!isThere()) return;
        try {
            switch (raising.raise(visitor.learner(), getChallenge().id())) {
                case Raised.Done(var challenge) -> done(challenge, "done");
                case Raised.Later later -> done(later.challenge(), "done");
                case Raised.Already(var open) -> answer.redirect("/learner/challenge?told=already&id=" + open.id());
            }
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private void done(Challenge challenge, String page) throws IOException {
        answer.redirect("/learner/challenge/" + page + "?id=" + challenge.id());
    }
}
