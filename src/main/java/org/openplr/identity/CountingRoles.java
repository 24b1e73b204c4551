package org.openplr.identity;

import jakarta.inject.Inject;
import org.openplr.organisation.Agreements;
import org.openplr.party.Actor;
import org.openplr.platform.Part;

/**
 * Of the roles that a person or a system of an organisation was given, those that its agreement allows at this moment: an
 * agreement that has ended, or is in its sandbox, allows none, from the next request on, and so does none at all.
 */
@Part
class CountingRoles {
    private final Agreements agreements;

    @Inject
    CountingRoles(Agreements agreements) {
        this.agreements = agreements;
    }

    Actor of(Actor actor) {
        if (!(actor instanceof Actor.OrganisationUser user)) return actor;
        var counting = agreements.counting(user.organisation(), user.roles());
        return counting.equals(user.roles())
                ? actor
                : new Actor.OrganisationUser(user.account(), user.organisation(), counting);
    }
}
