package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;

/** Who has what part in a challenge. Whoever has none is told that there is no such challenge. */
@Part
class Parts {
    private final Learners learners;

    @Inject
    Parts(Learners learners) {
        this.learners = learners;
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

    /** The same, of somebody who has one. */
    Set<Who> required(Actor actor, Challenge one) {
        var parts = of(actor, one);
        if (parts.isEmpty()) throw Mistake.notFound();
        return parts;
    }

    private boolean isTheirs(Actor.Learner learner, Challenge one) {
        if (!Right.CHALLENGE.isOf(learner)) return false;
        if (one.state() == State.DRAFT)
            return one.raisedBy().organisation() == null
                    && one.raisedBy().account().equals(learner.account());
        return learners.find(learner.uln())
                .filter(self -> self.numbers().contains(one.uln()))
                .isPresent();
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
