package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.PasskeySignIn;
import org.openplr.identity.SignInOutcome;
import org.openplr.identity.Welcome;
import org.openplr.platform.Mistake;

/** Signing in with a passkey: no user name, no passphrase; it needs script. */
@Named
@RequestScoped
public class SignInPasskeyPage extends PasskeyAsking {
    @Inject
    private PasskeySignIn signIn;

    private String next = "";

    /** Asks for any passkey. */
    public void load() {
        try {
            ask(signIn.ask(client.digest()));
        } catch (Mistake tooMany) {
            faults.at("passkey", "sign-in.wait");
            answer.status(429);
        }
    }

    /** Tries what the browser answered. */
    public void enter() throws IOException {
        switch (signIn.with(ticket(), credential(), client.digest())) {
            case Welcome welcome -> {
                cookie.drop(SessionCookie.PASSKEY);
                cookie.begin(welcome);
                answer.redirect(SignInPage.destination(next, welcome.actor()));
            }
            case SignInOutcome.Refused _, SignInOutcome.TooWeak _ -> {
                faults.at("passkey", "sign-in-passkey.refused");
                load();
            }
            case SignInOutcome.Throttled throttled -> {
                faults.at("passkey", "sign-in.wait");
                answer.status(429);
            }
        }
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
}
