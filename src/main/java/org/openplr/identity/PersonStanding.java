package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Whether somebody may still do what their bearer token says. */
@Part
class PersonStanding {
    private static final String FIND =
            "select a.roles, a.ways_reset_at from identity_account a where a.id = ? and a.closed_at is null";

    private final Sql sql;

    @Inject
    PersonStanding(Sql sql) {
        this.sql = sql;
    }

    private record Now(Set<Role> roles, @Nullable Instant waysReset) {
        /** Tokens are of whole seconds: one of the same second is not taken for an older one. */
        boolean allows(Set<Role> said, Instant issued) {
            return roles.equals(said)
                    && (waysReset == null || !issued.isBefore(waysReset.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    boolean stands(VerifiedToken.Person token) {
        return switch (token.actor()) {
            case Actor.OrganisationUser user -> stands(user.account(), user.roles(), token);
            case Actor.Administrator administrator ->
                stands(administrator.account(), Set.of(Role.ADMINISTRATOR), token);
            case Actor.Learner learner -> stands(learner.account(), Set.of(Role.LEARNER), token);
            case Actor.Person person -> stands(person.account(), Set.of(Role.HELPER), token);
            case Actor.RecipientUser user -> stands(user.account(), Set.of(Role.RECIPIENT), token);
            case Actor.Helper _, Actor.App _, Actor.Checker _, Actor.System _ -> true;
        };
    }

    private boolean stands(UUID account, Set<Role> roles, VerifiedToken.Person token) {
        var issued = token.expires().minus(AccessTokens.LIFE);
        return sql
                .rows(
                        FIND,
                        row -> new Now(Account.rolesOf(row.text("roles")), row.momentIfAny("ways_reset_at")),
                        List.of(account))
                .stream()
                .anyMatch(now -> now.allows(roles, issued));
    }
}
