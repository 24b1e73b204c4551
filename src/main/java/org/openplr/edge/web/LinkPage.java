package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * The neutral page behind a link: nothing is looked up before a person goes on. Whether a PIN is asked for, the link says
 * itself.
 */
@Named
@RequestScoped
public class LinkPage {
    @Inject
    private CheckPage check;

    @Inject
    private Faults faults;

    @Inject
    private HttpServletRequest request;

    private String secret = "";
    private String with = "";
    private String pin = "";

    /** What the link says at once: whether there is a field is asked before Faces has passed it on. */
    @PostConstruct
    void read() {
        with = Objects.requireNonNullElse(request.getParameter("with"), "");
    }

    /** On to who they are, with the secret in the form. */
    public String next() {
        if (isPinAsked() && pin.isBlank()) {
            faults.at("pin", "check.link.pin-missing");
            return "";
        }
        check.setSecret(secret);
        check.setPin(pin);
        return "/check/who";
    }

    public boolean isPinAsked() {
        return with.equals("pin");
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public String getWith() {
        return with;
    }

    public void setWith(String with) {
        this.with = with;
    }

    public String getPin() {
        return pin;
    }

    public void setPin(String pin) {
        this.pin = pin;
    }
}
