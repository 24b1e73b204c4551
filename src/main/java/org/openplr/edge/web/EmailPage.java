package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.AddressOutcome;
import org.openplr.identity.EmailAddresses;
import org.openplr.identity.Mailbox;
import org.openplr.platform.EmailAddress;

/** Your e-mail address: added, changed, confirmed by the code that went there, removed. */
@Named
@RequestScoped
public class EmailPage {
    private static final String HERE = "/account/email";

    @Inject
    private EmailAddresses emails;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private Languages language;

    private String email = "";
    private String speaks = "";
    private String code = "";
    private String done = "";

    /** Asks for the address that was typed; a code goes there. */
    public void ask() throws IOException {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            faults.at("email", "fault.email-invalid");
            return;
        }
        told(emails.ask(visitor.actor(), address.get(), getSpeaks().equals("cy") ? Languages.WELSH : Locale.UK));
    }

    /** Confirms it with the code that was typed. */
    public void confirm() throws IOException {
        if (code.isBlank()) faults.at("code", "email.code-missing");
        else told(emails.confirm(visitor.actor(), code));
    }

    private void told(AddressOutcome outcome) throws IOException {
        switch (outcome) {
            case AddressOutcome.CodeSent sent -> answer.redirect(HERE + "?done=sent");
            case AddressOutcome.Unchanged unchanged -> answer.redirect(HERE + "?done=kept");
            case AddressOutcome.Confirmed confirmed -> answer.redirect(HERE + "?done=confirmed");
            case AddressOutcome.TooMany many -> faults.at("email", "email.too-many");
            case AddressOutcome.WrongCode wrong -> faults.at("code", "email.code-wrong", wrong.left());
            case AddressOutcome.Over over -> faults.at("email", "email.code-over");
        }
    }

    /** Removes the address. */
    public void remove() throws IOException {
        emails.remove(visitor.actor());
        answer.redirect(HERE + "?done=removed");
    }

    /** The address as it is, or null. */
    public @Nullable Mailbox getBox() {
        return emails.of(visitor.actor()).orElse(null);
    }

    /** The address that waits for its code, or null. */
    public EmailAddresses.@Nullable Waiting getWaiting() {
        return emails.waiting(visitor.actor()).orElse(null);
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return done.matches("sent|kept|confirmed|removed") && !faults.isAny() ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** The language of the messages: as chosen, else as before, else that of this page. */
    public String getSpeaks() {
        if (!speaks.isEmpty()) return speaks;
        var box = getBox();
        return box == null ? language.getTag() : box.language().getLanguage();
    }

    public void setSpeaks(String speaks) {
        this.speaks = Languages.known(speaks) ? speaks : "";
    }

    /** What was typed is not shown again: it is right or worth nothing. */
    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}
