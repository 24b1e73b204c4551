package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.Sessions;

/** Ending sessions elsewhere. */
@Named
@RequestScoped
public class SessionsPage {
    @Inject
    private Sessions sessions;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private String session = "";

    /** Ends the one that was chosen. */
    public void end() throws IOException {
        var chosen = OneShare.uuid(session);
        if (chosen.isEmpty()) faults.at("session", "sessions.missing");
        else {
            sessions.end(visitor.session(), chosen.get());
            answer.redirect("/account/?done=ended");
        }
    }

    /** Ends all but this one. */
    public void endOthers() throws IOException {
        sessions.endOthers(visitor.session());
        answer.redirect("/account/?done=others");
    }

    public String getSession() {
        return session;
    }

    public void setSession(String session) {
        this.session = session;
    }
}
