package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.helping.Helpers;

/** Whom a learner lets help them. */
@Named
@RequestScoped
public class HelpersPage {
    @Inject
    private Helpers helpers;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private @Nullable List<Helpers.Line> all;
    private String helper = "";
    private String done = "";

    public List<Helpers.Line> getAll() {
        var known = all;
        if (known == null) {
            known = helpers.of(visitor.learner());
            all = known;
        }
        return known;
    }

    /** Ends what was chosen; one that was over before is over all the same. */
    public void end() throws IOException {
        var chosen = OneShare.uuid(helper);
        if (chosen.isEmpty()) {
            faults.at("helper", "helpers.end-missing");
            return;
        }
        helpers.end(visitor.learner(), chosen.get());
        answer.redirect("/learner/helpers?done=ended");
    }

    public String getHelper() {
        return helper;
    }

    public void setHelper(String helper) {
        this.helper = helper;
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return done.equals("ended") ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }
}
