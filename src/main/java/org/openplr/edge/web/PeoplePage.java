package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.People;
import org.openplr.identity.PeopleReview;
import org.openplr.identity.Person;

/** The people of an organisation: who they are, and when it was last confirmed that they still need their access. */
@Named
@RequestScoped
public class PeoplePage extends PeopleOf {
    @Inject
    private PeopleReview review;

    private @Nullable List<Person> all;
    private @Nullable List<People.Invitee> invited;
    private String invitation = "";
    private String done = "";

    /** An administrator is asked for the organisation; for anybody else who may not there is no such page. */
    @Override
    public void load() throws IOException {
        if (isThere()) return;
        if (!visitor.isAdministrator()) answer.notFound();
        else if (!getUkprn().isBlank()) faults.at("ukprn", "fault.organisation-unknown");
    }

    /** Whether the one who looks has this page for their own organisation: then others lead to it. */
    public boolean isAllowed() {
        return visitor.isOrganisation() && isThere();
    }

    public List<Person> getAll() {
        var known = all;
        if (known == null) {
            known = people.of(who(), organisation());
            all = known;
        }
        return known;
    }

    public List<People.Invitee> getInvited() {
        var known = invited;
        if (known == null) {
            known = people.invited(who(), organisation());
            invited = known;
        }
        return known;
    }

    /** Whether it is time to confirm. */
    public boolean isDue() {
        return isThere() && review.isDue(who(), organisation());
    }

    /** When it was confirmed last, or null. */
    public @Nullable Instant getConfirmed() {
        return review.last(who(), organisation()).orElse(null);
    }

    /** Confirms that everybody still needs their access. */
    public void confirm() throws IOException {
        if (review.confirm(who(), organisation())) answer.redirect(getBase() + getQuery() + "done=confirmed");
        else answer.notFound();
    }

    /** Takes the chosen invitation back. */
    public void withdraw() throws IOException {
        var chosen = OneShare.uuid(invitation);
        if (chosen.isEmpty()) faults.at("invitation", "people.withdraw-missing");
        else told(people.withdraw(who(), organisation(), chosen.get()), getBase() + getQuery() + "done=withdrawn");
    }

    public String getInvitation() {
        return invitation;
    }

    public void setInvitation(String invitation) {
        this.invitation = invitation;
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return done.matches("confirmed|ended|withdrawn") ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }
}
