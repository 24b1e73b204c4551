package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.ClientOutcome;
import org.openplr.platform.Mistake;

/** A second key for a system, so that the first can be ended without a gap. */
@Named
@RequestScoped
public class AddKeyPage extends OneClient {
    @Inject
    private SecretPage secretPage;

    private final KeyChoice key = new KeyChoice();

    /** Adds it; a secret of ours is this answer's, and stands nowhere else. */
    public String add() throws IOException {
        key.check(faults);
        if (faults.isAny()) return "";
        try {
            var outcome = clients.addKey(visitor.organisationUser(), getClient().id(), key.publicKey());
            if (outcome instanceof ClientOutcome.Done done && secretPage.shows(done)) return SecretPage.PLACE;
            told(outcome, "key-added");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
        return "";
    }

    public KeyChoice getKey() {
        return key;
    }
}
