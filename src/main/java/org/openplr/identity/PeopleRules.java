package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.openplr.organisation.Agreements;
import org.openplr.organisation.Organisations;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;

/** Who looks after the people of an organisation, and what they may give. */
@Part
class PeopleRules {
    private static final int LONGEST_NAME = 100;

    private final Organisations organisations;
    private final Agreements agreements;

    @Inject
    PeopleRules(Organisations organisations, Agreements agreements) {
        this.organisations = organisations;
        this.agreements = agreements;
    }

    /** A super user for their own organisation, an administrator for all. */
    static boolean mayManage(Actor who, Ukprn organisation) {
        return Right.APPOINT.isOf(who)
                || (Right.MANAGE_PEOPLE.isOf(who)
                        && who instanceof Actor.OrganisationUser user
                        && user.organisation().equals(organisation));
    }

    static UUID account(Actor who) {
        return switch (who) {
            case Actor.Administrator administrator -> administrator.account();
            case Actor.OrganisationUser user -> user.account();
            case Actor.ForLearner _,
                    Actor.Person _,
                    Actor.RecipientUser _,
                    Actor.App _,
                    Actor.Checker _,
                    Actor.System _ -> throw Mistake.notFound();
        };
    }

    /** The roles of its agreement; none while none is live. */
    Set<Role> grantable(Ukprn organisation) {
        return agreements.roles(organisation);
    }

    boolean exists(Ukprn organisation) {
        return organisations.find(organisation).isPresent();
    }

    /** @throws Mistake UNPROCESSABLE with every fault */
    void insistOn(String name, Set<Role> roles, Ukprn organisation) {
        var faults = new ArrayList<Fault>();
        if (name.isBlank()) faults.add(Fault.at("name", "missing"));
        else if (name.strip().length() > LONGEST_NAME)
            faults.add(Fault.at("name", "too-long", Integer.toString(LONGEST_NAME)));
        else if (name.chars().anyMatch(Character::isISOControl)) faults.add(Fault.at("name", "control-character"));
        var agreed = grantable(organisation);
        if (!agreed.containsAll(roles)) faults.add(notAgreed(agreed));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }

    /**
     * What somebody has may stay, whatever came into force since; whether it counts, the agreement says at each request.
     *
     * @throws Mistake UNPROCESSABLE where a role is new and cannot be given
     */
    void insistOn(Set<Role> roles, Set<Role> before, Ukprn organisation) {
        var agreed = grantable(organisation);
        var allowed = new HashSet<>(agreed);
        allowed.addAll(before);
        if (!allowed.containsAll(roles)) throw Mistake.unprocessable(notAgreed(agreed));
    }

    private static Fault notAgreed(Set<Role> agreed) {
        return Fault.at("roles", agreed.isEmpty() ? "no-agreement" : "unknown-value");
    }
}
