package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.helping.Helping;

/** Whom somebody helps: they choose one, stop for now, or give it up. */
@Named
@RequestScoped
public class HelpingPage {
    @Inject
    private Helping helping;

    @Inject
    private Visitor visitor;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private @Nullable List<Helping.Line> all;
    private String learner = "";
    private String done = "";

    public List<Helping.Line> getAll() {
        var known = all;
        if (known == null) {
            known = helping.of(visitor.session());
            all = known;
        }
        return known;
    }

    /** Begins to help whom was chosen, and goes to their record. */
    public void begin() throws IOException {
        var secret = chosen().flatMap(id -> helping.begin(visitor.session(), id));
        if (secret.isPresent()) {
            cookie.renew(secret.get());
            answer.redirect("/learner/");
        } else if (!faults.isAny()) answer.redirect("/helping/?done=over");
    }

    /** Stops for now. */
    public void stop() throws IOException {
        cookie.renew(helping.stop(visitor.session()));
        answer.redirect("/helping/?done=stopped");
    }

    /** Gives up helping whom was chosen. */
    public void giveUp() throws IOException {
        var id = chosen();
        if (id.isEmpty()) return;
        helping.giveUp(visitor.session(), id.get());
        answer.redirect("/helping/?done=given-up");
    }

    private Optional<UUID> chosen() {
        var chosen = OneShare.uuid(learner);
        if (chosen.isEmpty()) faults.at("learner", "helping.missing");
        return chosen;
    }

    public String getLearner() {
        return learner;
    }

    public void setLearner(String learner) {
        this.learner = learner;
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return done.matches("stopped|given-up|over|accepted") ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }
}
