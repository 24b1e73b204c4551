package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.openplr.claim.Activation;
import org.openplr.claim.ActivationCode;
import org.openplr.claim.Facts;
import org.openplr.claim.Proving;
import org.openplr.party.Uln;

/** Claiming a record with an activation code: the code, and what only its learner knows. */
@Named
@RequestScoped
public class ActivatePage {
    @Inject
    private Activation activation;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Faults faults;

    @Inject
    private Client client;

    @Inject
    private Answer answer;

    private String code = "";
    private String uln = "";
    private String givenName = "";
    private String familyName = "";
    private final DateParts birth = new DateParts();
    private boolean claimed;
    private boolean lapsed;

    /** Tries them; a slip in the code is said before anything is looked up. */
    public void prove() throws IOException {
        var parsed = ActivationCode.parse(code);
        if (code.isBlank()) faults.at("code", "activate.code-missing");
        else if (parsed.isEmpty()) faults.at("code", "activate.code-slip");
        var facts = facts();
        if (faults.isAny() || parsed.isEmpty() || facts.isEmpty()) return;
        switch (activation.prove(parsed.get(), facts.get(), client.digest())) {
            case Proving.Proved(var ticket) -> {
                cookie.keepClaim(ticket);
                answer.redirect("/activate-account");
            }
            case Proving.Refused _ -> faults.at("code", "activate.refused");
            case Proving.AlreadyClaimed _ -> claimed = true;
            case Proving.Throttled(var seconds) -> {
                faults.at("code", "sign-in.wait");
                answer.status(429);
                answer.header("Retry-After", Long.toString(seconds));
            }
        }
    }

    private Optional<Facts> facts() {
        if (!uln.isBlank()) {
            var number = Uln.parse(uln);
            if (number.isEmpty()) faults.at("uln", "activate.uln-invalid");
            return number.map(Facts.Number::new);
        }
        if (givenName.isBlank() || familyName.isBlank()) faults.at("givenName", "activate.facts-missing");
        else if (birth.date().isEmpty()) faults.at("birth", "activate.birth-invalid");
        if (givenName.isBlank() || familyName.isBlank()) return Optional.empty();
        return birth.date().map(born -> new Facts.NameAndBirth(givenName, familyName, born));
    }

    /** Whether somebody signs in to this record already. */
    public boolean isClaimed() {
        return claimed;
    }

    public boolean isLapsed() {
        return lapsed;
    }

    public void setLapsed(boolean lapsed) {
        this.lapsed = lapsed;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public DateParts getBirth() {
        return birth;
    }
}
