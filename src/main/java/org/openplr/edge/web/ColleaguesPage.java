package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Right;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Mistake;
import org.openplr.recipient.Colleague;
import org.openplr.recipient.ColleagueOutcome;
import org.openplr.recipient.Colleagues;

/** The people who sign in for a recipient: invited by each other, and their access ended. */
@Named
@RequestScoped
public class ColleaguesPage {
    @Inject
    private Colleagues colleagues;

    @Inject
    private Visitor visitor;

    @Inject
    private Languages language;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private @Nullable List<Colleague> all;
    private String email = "";
    private String who = "";
    private String done = "";

    /** Whether the visitor's organisation has such people. */
    public boolean isAllowed() {
        return visitor.has(Right.KEEP_COLLEAGUES);
    }

    public List<Colleague> getAll() {
        var known = all;
        if (known == null) {
            known = colleagues.of(visitor.recipientUser());
            all = known;
        }
        return known;
    }

    /** Those whose access the visitor can end. */
    public List<Colleague> getOthers() {
        return getAll().stream().filter(one -> !isOwn(one)).toList();
    }

    public boolean isOwn(Colleague one) {
        return one.is(visitor.recipientUser().account());
    }

    /** The domain at which people are invited. */
    public String getDomain() {
        return colleagues.own(visitor.recipientUser()).domain();
    }

    /** Sends a code to the address that was typed. */
    public void invite() throws IOException {
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) faults.at("email", "fault.email-invalid");
        if (faults.isAny()) return;
        try {
            told(colleagues.invite(visitor.recipientUser(), address.orElseThrow(), language.getLocale()), "invited");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** Ends the access of whoever was chosen, or takes their invitation back. */
    public void end() throws IOException {
        var chosen = OneShare.uuid(who);
        if (chosen.isEmpty()) faults.at("who", "colleagues.end-missing");
        else told(colleagues.end(visitor.recipientUser(), chosen.get()), "ended");
    }

    private void told(ColleagueOutcome outcome, String what) throws IOException {
        switch (outcome) {
            case ColleagueOutcome.Invited _, ColleagueOutcome.Done _ ->
                answer.redirect("/organisation/colleagues?done=" + what);
            case ColleagueOutcome.TooMany _ -> {
                faults.at("email", "colleagues.too-many");
                answer.status(429);
            }
            case ColleagueOutcome.Own _,
                    ColleagueOutcome.NotFound _,
                    ColleagueOutcome.Joined _,
                    ColleagueOutcome.WrongCode _,
                    ColleagueOutcome.Over _,
                    ColleagueOutcome.Throttled _ -> faults.at("who", "colleagues.not-there");
        }
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return Optional.of(done).filter(one -> one.matches("invited|ended")).orElse("");
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

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }
}
