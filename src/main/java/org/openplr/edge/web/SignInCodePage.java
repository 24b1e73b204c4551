package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.SignIn;
import org.openplr.identity.SignInOutcome;
import org.openplr.identity.Welcome;

/** The second page of signing in: the code of the app, or a recovery code. */
@Named
@RequestScoped
public class SignInCodePage {
    @Inject
    private SignIn signIn;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Faults faults;

    @Inject
    private Client client;

    @Inject
    private Answer answer;

    private String next = "";
    private String code = "";
    private boolean recovery;

    /** Nobody is asked for a code who did not bring a passphrase before, a few minutes ago at most. */
    public void load() throws IOException {
        if (!signIn.waits(cookie.kept(SessionCookie.CODE))) again();
    }

    /** Tries the code. */
    public void enter() throws IOException {
        if (code.isBlank()) {
            faults.at("code", "sign-in-code.missing");
            return;
        }
        var ticket = cookie.kept(SessionCookie.CODE);
        switch (signIn.second(ticket, code, client.digest())) {
            case Welcome welcome -> {
                cookie.drop(SessionCookie.CODE);
                cookie.begin(welcome);
                answer.redirect(SignInPage.destination(next, welcome.actor()));
            }
            case SignInOutcome.Refused _, SignInOutcome.TooWeak _ -> {
                if (signIn.waits(ticket))
                    faults.at("code", recovery ? "sign-in-code.recovery-refused" : "sign-in-code.refused");
                else again();
            }
            case SignInOutcome.Throttled throttled -> {
                faults.at("code", "sign-in.wait");
                answer.status(429);
            }
        }
    }

    private void again() throws IOException {
        answer.redirect("/sign-in?next=" + Languages.encode(next));
    }

    public String getNext() {
        return next;
    }

    public String getEncodedNext() {
        return Languages.encode(next);
    }

    public void setNext(String next) {
        this.next = next;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** Whether a recovery code is to be typed: only the words differ. */
    public boolean isRecovery() {
        return recovery;
    }

    public void setRecovery(boolean recovery) {
        this.recovery = recovery;
    }
}
