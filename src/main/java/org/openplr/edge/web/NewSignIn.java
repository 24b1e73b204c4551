package org.openplr.edge.web;

import jakarta.inject.Inject;

/** What somebody chooses to sign in with from now on, on the pages where an account is opened. */
public abstract class NewSignIn {
    @Inject
    protected Faults faults;

    protected String username = "";
    protected String passphrase = "";

    /** Says what of it is missing. */
    protected void insistOnSignIn() {
        if (username.isBlank()) faults.at("username", "activate.username-missing");
        if (passphrase.isEmpty()) faults.at("passphrase", "passphrase.missing");
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }
}
