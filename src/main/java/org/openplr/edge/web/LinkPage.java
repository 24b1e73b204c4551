package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The neutral page behind a link: nothing is looked up before a person goes on. */
@Named
@RequestScoped
public class LinkPage {
    @Inject
    private CheckPage check;

    private String secret = "";

    /** On to who they are, with the secret in the form. */
    public String next() {
        check.setSecret(secret);
        return "/check/who";
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }
}
