package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Application;
import org.openplr.organisation.Applications;
import org.openplr.organisation.Proposal;
import org.openplr.organisation.Proposals;

/** What administrators proposed, and what became of it. */
@Named
@RequestScoped
public class ProposalsPage {
    @Inject
    private Proposals proposals;

    @Inject
    private Applications applications;

    @Inject
    private Visitor visitor;

    private @Nullable List<Proposal> all;
    private @Nullable List<Application> waiting;
    private String done = "";

    public List<Proposal> getAll() {
        var known = all;
        if (known == null) {
            known = proposals.newest(visitor.administrator());
            all = known;
        }
        return known;
    }

    /** Organisations that want to join, and of which nothing was made yet. */
    public List<Application> getWaiting() {
        var known = waiting;
        if (known == null) {
            known = applications.waiting(visitor.administrator());
            waiting = known;
        }
        return known;
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return done.matches("made|approved|refused|declined") ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }
}
