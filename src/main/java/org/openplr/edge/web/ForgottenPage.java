package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.Forgotten;
import org.openplr.identity.Forgotten.Known;
import org.openplr.identity.ForgottenChoice;
import org.openplr.identity.ForgottenOutcome;
import org.openplr.platform.Mistake;

/** A forgotten passphrase, in three pages: the user name; the code of the message with a second fact; a new one. */
@Named
@RequestScoped
public class ForgottenPage {
    private static final String BEGIN = "/forgotten";

    @Inject
    private Forgotten forgotten;

    @Inject
    private ForgottenChoice choice;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Faults faults;

    @Inject
    private Client client;

    @Inject
    private Answer answer;

    private final DateParts birth = new DateParts();
    private String username = "";
    private String code = "";
    private String second = "";
    private String passphrase = "";
    private boolean over;

    /** The first page: a code is sent, if there is anybody to send it to. */
    public void begin() throws IOException {
        if (username.isBlank()) faults.at("username", "sign-in.username-missing");
        else told(forgotten.begin(username, client.digest()), "username", "/forgotten-code");
    }

    /** Nobody sees the second page who did not come by the first. */
    public void loadCode() throws IOException {
        if (!forgotten.waits(cookie.kept(SessionCookie.FORGOTTEN))) answer.redirect(BEGIN + "?over=true");
    }

    /** The second page. */
    public void prove() throws IOException {
        if (code.isBlank()) faults.at("code", "forgotten.code-missing");
        if (second.isBlank() && birth.isBlank()) faults.at("birth", "forgotten.fact-missing");
        else if (!birth.isBlank() && birth.date().isEmpty()) faults.at("birth", "check.birth-invalid");
        if (faults.isAny()) return;
        var known = new Known(code, birth.date().orElse(null), second);
        var ticket = cookie.kept(SessionCookie.FORGOTTEN);
        told(forgotten.prove(ticket, known, client.digest()), "code", "/forgotten-new");
    }

    /** Nobody sees the third page who did not come by the second. */
    public void loadNew() throws IOException {
        if (!choice.waits(cookie.kept(SessionCookie.FORGOTTEN))) answer.redirect(BEGIN + "?over=true");
    }

    /** The third page. */
    public void choose() throws IOException {
        if (passphrase.isEmpty()) faults.at("passphrase", "passphrase.missing");
        if (faults.isAny()) return;
        try {
            told(choice.choose(cookie.kept(SessionCookie.FORGOTTEN), passphrase), "passphrase", "");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private void told(ForgottenOutcome outcome, String field, String next) throws IOException {
        switch (outcome) {
            case ForgottenOutcome.Next(var ticket) -> {
                cookie.keep(SessionCookie.FORGOTTEN, ticket);
                answer.redirect(next);
            }
            case ForgottenOutcome.Refused refused -> faults.at(field, "forgotten.refused");
            case ForgottenOutcome.Over done -> answer.redirect(BEGIN + "?over=true");
            case ForgottenOutcome.Throttled throttled -> {
                faults.at(field, "sign-in.wait");
                answer.status(429);
            }
            case ForgottenOutcome.Changed changed -> {
                cookie.drop(SessionCookie.FORGOTTEN);
                answer.redirect("/sign-in?changed=true");
            }
        }
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public DateParts getBirth() {
        return birth;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** A code of the app is not shown again: it is right or worth nothing. */
    public String getSecond() {
        return "";
    }

    public void setSecond(String second) {
        this.second = second;
    }

    public String getPassphrase() {
        return "";
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    /** Whether they are back on the first page because it took too long or too many tries. */
    public boolean isOver() {
        return over;
    }

    public void setOver(boolean over) {
        this.over = over;
    }
}
