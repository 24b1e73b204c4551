package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openplr.audit.Ledger;
import org.openplr.audit.NotTheirs;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;

/**
 * Who has what part in a challenge. Whoever has none is told that there is no such challenge; a learner sees who reaches for theirs
 * for another one.
 */
@Part
class Parts {
    private final Learners learners;
    private final Ledger ledger;

    @Inject
    Parts(Learners learners, Ledger ledger) {
        this.learners = learners;
        this.ledger = ledger;
    }

    Set<Who> of(Actor actor, Challenge one) {
        var parts = EnumSet.noneOf(Who.class);
        switch (actor) {
            case Actor.Learner learner -> {
                if (isTheirs(learner, one)) parts.add(Who.RAISER);
            }
            case Actor.OrganisationUser user -> {
                if (one.state() != State.DRAFT && owns(user, one)) parts.add(Who.OWNER);
                if (raised(user, one)) parts.add(Who.RAISER);
            }
            case Actor.Administrator administrator -> {
                if (!Right.SETTLE_CHALLENGES.isOf(administrator) || one.state() == State.DRAFT) return parts;
                parts.add(Who.SERVICE);
                if (one.owner() == null) parts.add(Who.OWNER);
            }
            case Actor.System _ -> parts.add(Who.CLOCK);
            case Actor.Helper _, Actor.Person _, Actor.RecipientUser _, Actor.App _, Actor.Checker _ -> {}
        }
        return parts;
    }

    /**
     * The same; that somebody reached for another learner's is in the ledger.
     *
     * @param what they wanted to do
     */
    Set<Who> asked(Actor actor, Challenge one, String what) {
        var parts = of(actor, one);
        if (parts.isEmpty() && actor instanceof Actor.ForLearner stranger && isAnothers(stranger, one))
            ledger.write(new NotTheirs(stranger, one.uln(), what, Optional.of(one.id())));
        return parts;
    }

    /**
     * The same, of somebody who has one.
     *
     * @throws Mistake NOT_FOUND for whoever has none
     */
    Set<Who> required(Actor actor, Challenge one, String what) {
        var parts = asked(actor, one, what);
        if (parts.isEmpty()) throw Mistake.notFound().noted();
        return parts;
    }

    private boolean isTheirs(Actor.Learner learner, Challenge one) {
        if (!Right.CHALLENGE.isOf(learner)) return false;
        if (one.state() == State.DRAFT)
            return isOfLearner(one) && one.raisedBy().account().equals(learner.account());
        return isAbout(learner, one);
    }

    /** What an organisation has not sent yet is no learner's. */
    private boolean isAnothers(Actor.ForLearner stranger, Challenge one) {
        return (one.state() != State.DRAFT || isOfLearner(one)) && !isAbout(stranger, one);
    }

    private static boolean isOfLearner(Challenge draft) {
        return draft.raisedBy().organisation() == null;
    }

    private boolean isAbout(Actor.ForLearner learner, Challenge one) {
        Set<Uln> numbers = learners.find(learner.uln()).map(Learner::numbers).orElse(Set.of());
        return numbers.contains(one.uln());
    }

    private static boolean owns(Actor.OrganisationUser user, Challenge one) {
        if (!user.organisation().equals(one.owner()) || !Right.ANSWER_CHALLENGES.isOf(user)) return false;
        return one.kind() != Kind.DETAILS || mayReadDetails(user);
    }

    /** Names and dates of birth are for those who may read them anyway. */
    static boolean mayReadDetails(Actor.OrganisationUser user) {
        return Right.REGISTER_LEARNERS.isOf(user);
    }

    private static boolean raised(Actor.OrganisationUser user, Challenge one) {
        if (!user.organisation().equals(one.raisedBy().organisation()) || !Right.CHALLENGE_FOR_LEARNERS.isOf(user))
            return false;
        return one.state() != State.DRAFT || one.raisedBy().account().equals(user.account());
    }
}
