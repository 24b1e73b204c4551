package org.openplr.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Role;

/** The roles of systems. On the wire they are the scopes of OAuth, each written as the role is. */
final class ClientRoles {
    /**
     * These roles look things up and change nothing. Every other one writes to a register or a record, or reads records
     * by law: it is dangerous, and so is a role that is not thought of yet.
     */
    private static final Set<Role> HARMLESS = EnumSet.of(Role.REGISTRATION_VIEW, Role.HELPER);

    private static final Set<Role> REGISTRATION =
            EnumSet.of(Role.REGISTRATION_BATCH, Role.REGISTRATION_ONLINE, Role.REGISTRATION_VIEW);

    private ClientRoles() {}

    /** Whether a token with these roles is looked up at every request, so that it can be called back at once. */
    static boolean dangerous(Set<Role> roles) {
        return !HARMLESS.containsAll(roles);
    }

    /**
     * What a super user may give a system of their organisation. Advising is not among them: it reads records by law,
     * and an agreement of its own comes before it.
     */
    static Set<Role> grantable(OrganisationKind kind) {
        return switch (kind) {
            case PROVIDER, SCHOOL, FURTHER_EDUCATION, CUSTODY, LOCAL_AUTHORITY -> REGISTRATION;
            case UNIVERSITY -> with(REGISTRATION, Role.UNIVERSITY);
            case AWARDING -> EnumSet.of(Role.AWARDING);
            case AGENCY, IAG_SERVICE, VENDOR, EMPLOYER -> Set.of();
        };
    }

    /** The scopes of whatever system there may be. */
    static List<String> all() {
        return Arrays.stream(OrganisationKind.values())
                .flatMap(kind -> grantable(kind).stream())
                .distinct()
                .sorted()
                .map(Role::text)
                .toList();
    }

    private static Set<Role> with(Set<Role> roles, Role more) {
        var all = EnumSet.copyOf(roles);
        all.add(more);
        return all;
    }

    /** The roles that are asked for by name, each one of those granted; all of these where nothing is asked. */
    static Optional<Set<Role>> asked(@Nullable String scope, Set<Role> granted) {
        if (scope == null) return Optional.of(granted);
        var asked = new LinkedHashSet<Role>();
        for (var name : scope.split(" ", -1)) {
            var role = Role.parse(name).filter(granted::contains);
            if (role.isEmpty()) return Optional.empty();
            asked.add(role.get());
        }
        return Optional.of(asked);
    }
}
