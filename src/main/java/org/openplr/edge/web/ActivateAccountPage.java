package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.claim.Activated;
import org.openplr.claim.Activation;
import org.openplr.platform.Mistake;

/** The second page of claiming: how to sign in from now on. */
@Named
@RequestScoped
public class ActivateAccountPage extends NewSignIn {
    @Inject
    private Activation activation;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Client client;

    @Inject
    private Answer answer;

    private boolean claimed;

    /** Nobody is asked who did not bring a code before. */
    public void load() throws IOException {
        if (!activation.waits(cookie.kept(SessionCookie.CLAIM))) again();
    }

    /** Claims the record, and signs in: in a session that nobody knew before. */
    public void open() throws IOException {
        insistOnSignIn();
        if (faults.isAny()) return;
        try {
            var ticket = cookie.kept(SessionCookie.CLAIM);
            told(activation.open(ticket, username, passphrase, client.digest()));
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private void told(Activated activated) throws IOException {
        switch (activated) {
            case Activated.Claimed(var welcome) -> {
                cookie.drop(SessionCookie.CLAIM);
                cookie.begin(welcome);
                answer.redirect("/account/?done=claimed");
            }
            case Activated.Lapsed _ -> again();
            case Activated.AlreadyClaimed _ -> claimed = true;
            case Activated.Busy _ -> {
                faults.at("username", "sign-in.wait");
                answer.status(429);
            }
        }
    }

    private void again() throws IOException {
        answer.redirect("/activate?lapsed=true");
    }

    public boolean isClaimed() {
        return claimed;
    }
}
