package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.AccessTokens;
import org.openplr.identity.ClientOutcome;
import org.openplr.identity.ClientSecret;
import org.openplr.platform.Settings;

/**
 * What a super user is told once: a system's secret. It is the answer of the form that made it, and carries the secret
 * itself: in no address, in no session.
 */
@Named
@RequestScoped
public class SecretPage extends OneClient {
    static final String PLACE = "/organisation/clients/secret";

    @Inject
    private Settings settings;

    private String secret = "";

    /** Takes what was made; false where there is no secret to show. */
    boolean shows(ClientOutcome.Done done) throws IOException {
        var made = done.secret();
        if (made == null) return false;
        setId(done.client().id().toString());
        secret = made.text();
        super.load();
        return true;
    }

    /** In the other language: what the page brought with it, for a system of one's own only. */
    @Override
    public void load() throws IOException {
        super.load();
        if (known().isPresent() && !ClientSecret.isOne(secret)) answer.redirect("/organisation/clients");
    }

    public String getTokenAddress() {
        return settings.link(AccessTokens.ENDPOINT);
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }
}
