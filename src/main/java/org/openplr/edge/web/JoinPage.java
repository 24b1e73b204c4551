package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.InvitationCode;
import org.openplr.identity.JoinOutcome;
import org.openplr.identity.Joining;
import org.openplr.platform.Mistake;

/** Somebody comes with an invitation code. */
@Named
@RequestScoped
public class JoinPage extends NewSignIn {
    @Inject
    private Joining joining;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Client client;

    @Inject
    private Answer answer;

    private String code = "";

    /** Joins, and is signed in. */
    public void join() throws IOException {
        var read = InvitationCode.parse(code);
        if (code.isBlank()) faults.at("code", "join.code-missing");
        else if (read.isEmpty()) faults.at("code", "fault.code-mistyped");
        insistOnSignIn();
        if (faults.isAny()) return;
        try {
            told(joining.join(read.orElseThrow(), username, passphrase, client.digest()));
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private void told(JoinOutcome outcome) throws IOException {
        switch (outcome) {
            case JoinOutcome.Joined(var welcome) -> {
                cookie.begin(welcome);
                answer.redirect(SignInPage.destination("", welcome.actor()));
            }
            case JoinOutcome.Refused refused -> faults.at("code", "join.refused");
            case JoinOutcome.NameTaken taken -> faults.at("username", "join.name-taken");
            case JoinOutcome.Throttled throttled -> {
                faults.at("code", "sign-in.wait");
                answer.status(429);
            }
        }
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
