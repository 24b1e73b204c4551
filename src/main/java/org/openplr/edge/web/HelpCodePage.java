package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.helping.BecomingHelper;
import org.openplr.helping.HelpCode;
import org.openplr.helping.HelpOutcome;
import org.openplr.platform.Mistake;

/** Somebody comes with the code of a learner whom they are to help: signed in, or to open an account. */
@Named
@RequestScoped
public class HelpCodePage extends NewSignIn {
    @Inject
    private BecomingHelper becoming;

    @Inject
    private Visitor visitor;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Client client;

    @Inject
    private Answer answer;

    private String code = "";

    /** Takes what the code gives. */
    public void accept() throws IOException {
        var read = HelpCode.parse(code);
        if (code.isBlank()) faults.at("code", "join.code-missing");
        else if (read.isEmpty()) faults.at("code", "fault.code-mistyped");
        if (!visitor.isSignedIn()) insistOnSignIn();
        if (faults.isAny()) return;
        try {
            told(outcome(read.orElseThrow()));
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private HelpOutcome outcome(HelpCode read) {
        return visitor.isSignedIn()
                ? becoming.accept(read, visitor.session(), client.digest())
                : becoming.join(read, username, passphrase, client.digest());
    }

    private void told(HelpOutcome outcome) throws IOException {
        switch (outcome) {
            case HelpOutcome.Accepted _ -> answer.redirect("/helping/?done=accepted");
            case HelpOutcome.Joined(var welcome) -> {
                cookie.begin(welcome);
                answer.redirect("/helping/?done=accepted");
            }
            case HelpOutcome.Refused _ -> faults.at("code", "helping.refused");
            case HelpOutcome.Own _ -> faults.at("code", "helping.own");
            case HelpOutcome.Throttled _ -> {
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
