package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.recipient.BecomingColleague;
import org.openplr.recipient.ColleagueOutcome;

/** Somebody comes with the code that let them sign in for a recipient, and opens the account for it. */
@Named
@RequestScoped
public class JoinColleaguePage extends NewSignIn {
    @Inject
    private BecomingColleague becoming;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Client client;

    @Inject
    private Answer answer;

    private String id = "";
    private String code = "";
    private String name = "";
    private @Nullable String recipient;

    /** The recipient that it is for; empty where the invitation can be used no longer. */
    public String getRecipient() {
        var known = recipient;
        if (known == null) {
            if (id.isEmpty()) return "";
            known = OneShare.uuid(id).flatMap(becoming::recipient).orElse("");
            recipient = known;
        }
        return known;
    }

    /** Opens the account. */
    public void join() throws IOException {
        var invitation = OneShare.uuid(id);
        if (code.isBlank()) faults.at("code", "email.code-missing");
        if (name.isBlank()) faults.at("name", "colleague.name-missing");
        insistOnSignIn();
        if (invitation.isEmpty()) faults.at("code", "colleague.over");
        if (faults.isAny()) return;
        var choice = new BecomingColleague.Choice(name, username, passphrase);
        try {
            told(becoming.join(new Actor.Checker("", "", client.digest()), invitation.orElseThrow(), code, choice));
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private void told(ColleagueOutcome outcome) throws IOException {
        switch (outcome) {
            case ColleagueOutcome.Joined(var welcome) -> {
                cookie.begin(welcome);
                answer.redirect("/organisation/");
            }
            case ColleagueOutcome.WrongCode(var left) -> faults.at("code", "email.code-wrong", left);
            case ColleagueOutcome.Throttled _ -> {
                faults.at("code", "sign-in.wait");
                answer.status(429);
            }
            case ColleagueOutcome.Over _,
                    ColleagueOutcome.Invited _,
                    ColleagueOutcome.TooMany _,
                    ColleagueOutcome.Done _,
                    ColleagueOutcome.Own _,
                    ColleagueOutcome.NotFound _ -> faults.at("code", "colleague.over");
        }
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

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
