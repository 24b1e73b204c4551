package org.openplr.organisation;

import static org.openplr.party.Role.ADVISER;
import static org.openplr.party.Role.HELPER;
import static org.openplr.party.Role.REGISTRATION_BATCH;
import static org.openplr.party.Role.REGISTRATION_ONLINE;
import static org.openplr.party.Role.REGISTRATION_SUPER;
import static org.openplr.party.Role.REGISTRATION_VIEW;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openplr.party.Role;

/**
 * What an organisation mainly is, and the one table of the roles that such an organisation may hold under an agreement;
 * written in lower case with dashes in files and on the wire.
 *
 * <p>Information, advice and guidance is given by providers, schools and similar as well as by services of their own, so
 * all of these may hold the adviser's role. The registration super user also looks after an organisation's people, so
 * whoever may hold any role may hold that one, but for agencies, which only view.
 */
public enum OrganisationKind {
    /** A training provider, or one of whom no more is known than that it teaches. */
    PROVIDER(registration(ADVISER, HELPER)),
    SCHOOL(registration(ADVISER, HELPER)),
    /** A college of further education, a sixth form college. */
    FURTHER_EDUCATION(registration(ADVISER, HELPER)),
    /** Higher education. */
    UNIVERSITY(registration(Role.UNIVERSITY, ADVISER, HELPER)),
    /** Education in a prison or a young offender institution. */
    CUSTODY(registration(ADVISER, HELPER)),
    LOCAL_AUTHORITY(registration(ADVISER, HELPER)),
    /** An awarding organisation. */
    AWARDING(EnumSet.of(REGISTRATION_SUPER, Role.AWARDING, HELPER)),
    /** A funding or another public agency. */
    AGENCY(EnumSet.of(REGISTRATION_VIEW, HELPER)),
    /** A service of information, advice and guidance: a careers service. */
    IAG_SERVICE(EnumSet.of(REGISTRATION_SUPER, ADVISER, HELPER)),
    /** Whoever makes the software of the others: it acts for them with their keys, never in its own right. */
    VENDOR(EnumSet.noneOf(Role.class)),
    /** It sees what learners share with it, for which nobody needs a role. */
    EMPLOYER(EnumSet.noneOf(Role.class));

    private final Set<Role> roles;

    OrganisationKind(Set<Role> roles) {
        this.roles = Collections.unmodifiableSet(roles);
    }

    private static Set<Role> registration(Role... more) {
        var all = EnumSet.of(REGISTRATION_SUPER, REGISTRATION_ONLINE, REGISTRATION_BATCH, REGISTRATION_VIEW);
        all.addAll(Arrays.asList(more));
        return all;
    }

    /** The roles that an agreement with such an organisation may be about. */
    public Set<Role> roles() {
        return roles;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OrganisationKind> parse(String text) {
        return Arrays.stream(values())
                .filter(k -> k.text().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
