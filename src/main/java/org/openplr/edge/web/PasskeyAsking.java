package org.openplr.edge.web;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.PasskeyRequest;

/** A page that asks the browser for a passkey: what it asks, and what the browser's script answers. */
abstract class PasskeyAsking {
    @Inject
    protected SessionCookie cookie;

    @Inject
    protected Faults faults;

    @Inject
    protected Client client;

    @Inject
    protected Answer answer;

    @Inject
    protected Visitor visitor;

    private @Nullable PasskeyRequest asked;
    private String credential = "";

    /** Asks, and gives the browser the ticket to bring back. */
    void ask(PasskeyRequest request) {
        asked = request;
        cookie.keep(SessionCookie.PASSKEY, request.ticket());
    }

    /** What is asked; none where nothing is. */
    public @Nullable PasskeyRequest getAsked() {
        return asked;
    }

    /** The passkeys that are there already, between blanks. */
    public String getKnown() {
        return asked == null ? "" : String.join(" ", asked.known());
    }

    String ticket() {
        return cookie.kept(SessionCookie.PASSKEY);
    }

    public String getCredential() {
        return "";
    }

    String credential() {
        return credential;
    }

    public void setCredential(String credential) {
        this.credential = credential;
    }
}
