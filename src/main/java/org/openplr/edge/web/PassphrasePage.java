package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.Passphrases;
import org.openplr.identity.ProofOutcome;
import org.openplr.platform.Mistake;

/** Changing the passphrase. */
@Named
@RequestScoped
public class PassphrasePage {
    @Inject
    private Passphrases passphrases;

    @Inject
    private Visitor visitor;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Client client;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private String current = "";
    private String passphrase = "";

    /** Changes it, where the current one is right and the new one keeps the rules. */
    public void change() throws IOException {
        if (current.isEmpty()) faults.at("current", "passphrase.current-missing");
        if (passphrase.isEmpty()) faults.at("passphrase", "passphrase.missing");
        if (faults.isAny()) return;
        try {
            told(passphrases.change(visitor.session(), current, passphrase, client.digest()));
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private void told(ProofOutcome outcome) throws IOException {
        switch (outcome) {
            case ProofOutcome.Proved(var secret) -> {
                cookie.renew(secret);
                answer.redirect("/account/?done=passphrase");
            }
            case ProofOutcome.Refused refused -> faults.at("current", "passphrase.current-wrong");
            case ProofOutcome.Throttled throttled -> {
                faults.at("current", "sign-in.wait");
                answer.status(429);
            }
        }
    }

    public String getUsername() {
        return visitor.session().username();
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }
}
