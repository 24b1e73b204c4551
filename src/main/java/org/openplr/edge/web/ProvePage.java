package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.PasskeySignIn;
import org.openplr.identity.ProofOutcome;
import org.openplr.identity.StepUp;
import org.openplr.platform.Mistake;

/** Proving again that it is them, on the way to something that matters. */
@Named
@RequestScoped
public class ProvePage extends PasskeyAsking {
    @Inject
    private StepUp stepUp;

    @Inject
    private PasskeySignIn passkeys;

    private String next = "";
    private String passphrase = "";
    private String code = "";

    /** Asks, unless nobody is signed in, or it is proved freshly enough. */
    public void load() throws IOException {
        if (!visitor.isSignedIn()) answer.redirect("/sign-in?next=" + Languages.encode(next));
        else if (!stepUp.isNeeded(visitor.session())) goOn();
        else askAgain();
    }

    /** Tries the passphrase, and the code where there is one. */
    public void enter() throws IOException {
        if (passphrase.isEmpty()) faults.at("passphrase", "prove.passphrase-missing");
        if (isSecond() && code.isBlank()) faults.at("code", "sign-in-code.missing");
        if (faults.isAny()) askAgain();
        else told(stepUp.byPassphrase(visitor.session(), passphrase, code, client.digest()), "passphrase");
    }

    /** Tries the passkey. */
    public void usePasskey() throws IOException {
        told(passkeys.again(visitor.session(), ticket(), credential(), client.digest()), "passkey");
    }

    private void told(ProofOutcome outcome, String field) throws IOException {
        switch (outcome) {
            case ProofOutcome.Proved(var secret) -> {
                cookie.renew(secret);
                goOn();
            }
            case ProofOutcome.Refused refused -> {
                faults.at(field, "prove.refused");
                askAgain();
            }
            case ProofOutcome.Throttled throttled -> {
                faults.at(field, "sign-in.wait");
                answer.status(429);
            }
        }
    }

    private void askAgain() {
        if (!isPasskey()) return;
        try {
            ask(passkeys.ask(client.digest()));
        } catch (Mistake tooMany) {
            answer.status(429);
        }
    }

    private void goOn() throws IOException {
        answer.redirect(SignInPage.destination(next, visitor.session().actor()));
    }

    public boolean isPasskey() {
        return visitor.isSignedIn() && stepUp.ways(visitor.session()).passkeys() > 0;
    }

    /** Whether a code is asked for besides the passphrase. */
    public boolean isSecond() {
        return visitor.isSignedIn() && stepUp.ways(visitor.session()).second();
    }

    /** Whether a code of an app is one of those that do. */
    public boolean isApp() {
        return visitor.isSignedIn() && stepUp.ways(visitor.session()).app();
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

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
