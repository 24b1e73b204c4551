package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openplr.party.Actor;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Mistake;
import org.openplr.recipient.RecipientApplication;
import org.openplr.recipient.RecipientOutcome;
import org.openplr.recipient.Recipients;
import org.openplr.recipient.RegisteredNumber;

/** A company or a charity without a UKPRN applies to be a recipient, and confirms the domain of its e-mail by a code. */
@Named
@RequestScoped
public class JoinRecipientPage {
    private static final String CODE = "/join/recipient-code";

    @Inject
    private Recipients recipients;

    @Inject
    private Client client;

    @Inject
    private Languages language;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private String name = "";
    private String register = "";
    private String number = "";
    private String email = "";
    private String id = "";
    private String code = "";
    private String done = "";

    /** Applies; a code goes to the address. */
    public void apply() throws IOException {
        if (name.isBlank()) faults.at("name", "recipient.name-missing");
        var found = number();
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) faults.at("email", "fault.email-invalid");
        if (faults.isAny()) return;
        try {
            var wanted =
                    new RecipientApplication(name, found.orElseThrow(), address.orElseThrow(), language.getLocale());
            told(recipients.apply(who(), wanted));
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private Optional<RegisteredNumber> number() {
        var chosen = Arrays.stream(RegisteredNumber.Register.values())
                .filter(one -> one.text().equals(register))
                .findFirst();
        if (chosen.isEmpty()) faults.at("register", "recipient.register-missing");
        var found = chosen.flatMap(one -> RegisteredNumber.parse(one, number));
        if (found.isEmpty()) faults.at("number", "recipient.number-invalid");
        return found;
    }

    /** Confirms the domain with the code that was typed. */
    public void confirm() throws IOException {
        var application = OneShare.uuid(id);
        if (code.isBlank()) faults.at("code", "email.code-missing");
        else if (application.isEmpty()) faults.at("code", "recipient.code-over");
        else told(recipients.confirm(who(), application.get(), code));
    }

    private Actor.Checker who() {
        return new Actor.Checker(name.strip(), "", client.digest());
    }

    private void told(RecipientOutcome outcome) throws IOException {
        switch (outcome) {
            case RecipientOutcome.CodeSent(var made) -> answer.redirect(CODE + "?id=" + made);
            case RecipientOutcome.Confirmed _ -> answer.redirect("/join/recipient?done=confirmed");
            case RecipientOutcome.TooMany _ -> {
                faults.at("email", "email.too-many");
                answer.status(429);
            }
            case RecipientOutcome.WrongCode(var left) -> faults.at("code", "email.code-wrong", left);
            case RecipientOutcome.Over _ -> faults.at("code", "recipient.code-over");
        }
    }

    public List<String> getRegisters() {
        return Arrays.stream(RegisteredNumber.Register.values())
                .map(RegisteredNumber.Register::text)
                .toList();
    }

    public boolean isConfirmed() {
        return done.equals("confirmed") && !faults.isAny();
    }

    public String getDone() {
        return done;
    }

    public void setDone(String done) {
        this.done = done;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getRegister() {
        return register;
    }

    public void setRegister(String register) {
        this.register = register;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** What was typed is not shown again: it is right or worth nothing. */
    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}
