package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake;
import org.openplr.recipient.Colleague;
import org.openplr.recipient.ColleagueOutcome;
import org.openplr.recipient.Colleagues;
import org.openplr.recipient.Recipient;
import org.openplr.recipient.Recipients;

/** The register of recipients, for administrators: reviewed by one, approved by another, ended by any. */
@Named
@RequestScoped
public class RecipientsPage {
    @Inject
    private Recipients recipients;

    @Inject
    private Colleagues colleagues;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String reason = "";
    private String done = "";
    private @Nullable List<Recipient> all;
    private @Nullable Recipient recipient;

    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
    }

    /** Says that there is no such page where there is no such recipient. */
    public void load() throws IOException {
        if (!isThere()) answer.notFound();
    }

    public boolean isThere() {
        return known().isPresent();
    }

    private Optional<Recipient> known() {
        if (recipient == null && visitor.isAdministrator())
            recipient = OneShare.uuid(id)
                    .flatMap(found -> recipients.find(visitor.administrator(), found))
                    .orElse(null);
        return Optional.ofNullable(recipient);
    }

    public List<Recipient> getAll() {
        var found = all;
        if (found == null) {
            found = recipients.all(visitor.administrator());
            all = found;
        }
        return found;
    }

    public Recipient getRecipient() {
        return known().orElseThrow(Mistake::notFound);
    }

    /** Proposes to another administrator that it be approved. */
    public void review() throws IOException {
        try {
            recipients.review(visitor.administrator(), getRecipient().id(), reason);
            answer.redirect("/admin/proposals?done=made");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** Ends it, or declines it. */
    public void end() throws IOException {
        try {
            if (recipients.end(visitor.administrator(), getRecipient().id(), reason))
                answer.redirect("/admin/recipients?done=ended");
            else faults.at("", "fault.recipient-state");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** Sends whoever applied a new code, when nobody of it can sign in. */
    public void invite() throws IOException {
        try {
            switch (colleagues.inviteApplicant(
                    visitor.administrator(), getRecipient().id())) {
                case ColleagueOutcome.TooMany _ -> faults.at("", "colleagues.too-many");
                case ColleagueOutcome _ -> answer.redirect("/admin/recipients/one?id=" + id + "&done=invited");
            }
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** Who signs in for it, and who was invited to. */
    public List<Colleague> getColleagues() {
        return colleagues.of(visitor.administrator(), getRecipient().id());
    }

    public boolean isApproved() {
        return getRecipient().state() == Recipient.State.APPROVED;
    }

    public boolean isConfirmed() {
        return getRecipient().state() == Recipient.State.CONFIRMED;
    }

    public boolean isOver() {
        return getRecipient().state() == Recipient.State.ENDED;
    }

    public String getDone() {
        return done.matches("ended|invited") ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
