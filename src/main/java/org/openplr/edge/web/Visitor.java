package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.SignedInSession;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** Who is looking, as far as this request knows. */
@Named
@RequestScoped
public class Visitor {
    private @Nullable SignedInSession session;
    private @Nullable Actor acting;
    private boolean displaced;

    void is(SignedInSession signedIn, Actor as) {
        session = signedIn;
        acting = as;
    }

    void displacedAnother() {
        displaced = true;
    }

    /** Whether another browser was signed out by this sign-in, a moment ago. */
    public boolean isDisplaced() {
        return displaced;
    }

    /** Whoever acts for a learner; only pages under /learner/ ask, and the filter lets nobody else there. */
    Actor.ForLearner forLearner() {
        if (acting instanceof Actor.ForLearner learner) return learner;
        throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "not-signed-in");
    }

    /** The learner; only pages that are for nobody else ask. */
    Actor.Learner learner() {
        if (acting instanceof Actor.Learner learner) return learner;
        throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "not-signed-in");
    }

    /** Whoever works for an organisation; only pages under /organisation/ ask, and the filter lets nobody else there. */
    Actor.OrganisationUser organisationUser() {
        if (acting instanceof Actor.OrganisationUser user) return user;
        throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "not-signed-in");
    }

    /** Whoever opens what learners share with their organisation; only pages that are for nobody else ask. */
    Actor.Addressee addressee() {
        if (acting instanceof Actor.Addressee user) return user;
        throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "not-signed-in");
    }

    /** Whoever works for a recipient that is no provider; only pages that are for nobody else ask. */
    Actor.RecipientUser recipientUser() {
        if (acting instanceof Actor.RecipientUser user) return user;
        throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "not-signed-in");
    }

    /** Who runs the service; only pages under /admin/ ask, and the filter lets nobody else there. */
    Actor.Administrator administrator() {
        if (acting instanceof Actor.Administrator administrator) return administrator;
        throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "not-signed-in");
    }

    /** Whoever acts; only pages behind the sign-in ask. */
    Actor actor() {
        if (acting == null) throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "not-signed-in");
        return acting;
    }

    /** Whether the learner is here, and nobody for them. */
    public boolean isLearner() {
        return acting instanceof Actor.Learner;
    }

    /** The session; only pages for somebody signed in ask. */
    SignedInSession session() {
        if (session == null) throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "not-signed-in");
        return session;
    }

    Optional<Instant> previousVisit() {
        return session == null ? Optional.empty() : session.previousVisit();
    }

    /** Whether whoever is signed in has a right. */
    boolean has(Right right) {
        return acting != null && right.isOf(acting);
    }

    public boolean isSignedIn() {
        return session != null;
    }

    /** Whether a learner is signed in, or somebody who helps one at the moment. */
    public boolean isForLearner() {
        return acting instanceof Actor.ForLearner;
    }

    /** Whether somebody helps a learner at the moment. */
    public boolean isHelping() {
        return acting instanceof Actor.Helper;
    }

    /** Whether they have an account only to help others. */
    public boolean isPerson() {
        return session != null && session.actor() instanceof Actor.Person;
    }

    /** Whether they may make shares, and stop them. */
    public boolean isSharing() {
        return has(Right.SHARE);
    }

    /** Whether somebody of an organisation is signed in. */
    public boolean isOrganisation() {
        return acting instanceof Actor.OrganisationUser;
    }

    /** Whether somebody of an organisation that learners share with is signed in, provider or not. */
    public boolean isAddressee() {
        return acting instanceof Actor.Addressee;
    }

    /** Whether somebody of a recipient that is no provider is signed in. */
    public boolean isRecipient() {
        return acting instanceof Actor.RecipientUser;
    }

    /** Whether they may help learners with this account. */
    public boolean isHelpful() {
        return session != null && Right.HELP.isOf(session.actor());
    }

    /** Whether somebody who runs the service is signed in. */
    public boolean isAdministrator() {
        return acting instanceof Actor.Administrator;
    }
}
