package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;

/**
 * The people of an organisation, in the hands of its super users and of administrators: invited, given roles, given a new
 * way in, their access ended. Every step and every refusal is in the ledger.
 *
 * <p>Roles and access are read at every request: what changes counts from the next one.
 */
@Service
public class People {
    private static final String ROLES = "people.roles-changed";
    private static final String WITHDRAWN = "people.invitation-withdrawn";
    private static final String ENDED = "people.access-ended";
    private static final String NEW_WAY = "people.new-way-in";

    private final PersonRows rows;
    private final Invitations invitations;
    private final PeopleRules rules;
    private final ClosedAccounts closed;
    private final WaysIn ways;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    People(
            PersonRows rows,
            Invitations invitations,
            PeopleRules rules,
            ClosedAccounts closed,
            WaysIn ways,
            Ledger ledger,
            InstantSource clock) {
        this.rows = rows;
        this.invitations = invitations;
        this.rules = rules;
        this.closed = closed;
        this.ways = ways;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Somebody invited who has not come yet.
     *
     * @param ends until when they can
     */
    public record Invitee(UUID id, String name, Set<Role> roles, Instant ends) {}

    /** Whether this is somebody who looks after the people of this organisation. */
    public boolean mayManage(Actor who, Ukprn organisation) {
        return PeopleRules.mayManage(who, organisation) && rules.exists(organisation);
    }

    /** Everybody, by user name; nobody for whoever may not look. */
    public List<Person> of(Actor who, Ukprn organisation) {
        return PeopleRules.mayManage(who, organisation)
                ? rows.of(organisation, PeopleRules.account(who), now())
                : List.of();
    }

    /** One of them. */
    public Optional<Person> find(Actor who, Ukprn organisation, UUID id) {
        return PeopleRules.mayManage(who, organisation)
                ? rows.find(organisation, id, PeopleRules.account(who), now())
                : Optional.empty();
    }

    /** Who was invited and has not come yet. */
    public List<Invitee> invited(Actor who, Ukprn organisation) {
        if (!PeopleRules.mayManage(who, organisation)) return List.of();
        return invitations.open(organisation).stream()
                .map(one -> new Invitee(one.id(), one.name(), one.roles(), one.ends()))
                .toList();
    }

    /** What somebody of this organisation can be given. */
    public Set<Role> grantable(Ukprn organisation) {
        return rules.grantable(organisation);
    }

    /**
     * Invites somebody new.
     *
     * @param name for the list of the organisation's people
     * @throws org.openplr.platform.Mistake UNPROCESSABLE with every fault of what was typed
     */
    public PeopleOutcome invite(Actor who, Ukprn organisation, String name, Set<Role> roles) {
        if (!mayManage(who, organisation)) return notAllowed(who, "people.invited", Optional.empty());
        rules.insistOn(name, roles, organisation);
        var made = invitations.make(organisation, null, name.strip(), roles, PeopleRules.account(who));
        ledger.write(ServiceEvent.done(who, "people.invited", made.invitation().id(), "name", "roles"));
        return new PeopleOutcome.Invited(made.code(), made.invitation().ends());
    }

    /** Takes back an invitation that nobody has used. */
    public PeopleOutcome withdraw(Actor who, Ukprn organisation, UUID invitation) {
        if (!mayManage(who, organisation)) return notAllowed(who, WITHDRAWN, Optional.of(invitation));
        return invitations.withdraw(organisation, invitation)
                ? done(who, WITHDRAWN, invitation)
                : refuse(who, WITHDRAWN, "not-own", Optional.of(invitation), new PeopleOutcome.NotFound());
    }

    /**
     * Changes what somebody may do.
     *
     * @throws org.openplr.platform.Mistake UNPROCESSABLE for a role that cannot be given
     */
    public PeopleOutcome changeRoles(Actor who, Ukprn organisation, UUID id, Set<Role> roles) {
        return step(who, organisation, id, ROLES, person -> {
            rules.insistOn(roles, person.roles(), organisation);
            if (!roles.contains(Role.REGISTRATION_SUPER) && isLastSuper(organisation, person))
                return last(who, ROLES, id);
            rows.roles(organisation, id, roles);
            return done(who, ROLES, id);
        });
    }

    /** Ends somebody's access, and the invitations that they made: everywhere, from the next request on. */
    public PeopleOutcome endAccess(Actor who, Ukprn organisation, UUID id) {
        return step(who, organisation, id, ENDED, person -> {
            if (isLastSuper(organisation, person)) return last(who, ENDED, id);
            closed.close(id);
            invitations.forget(id);
            return done(who, ENDED, id);
        });
    }

    /** Gives a new way in, after a lost phone: from now on every old way is worth nothing, and a code lets them in anew. */
    public PeopleOutcome newWayIn(Actor who, Ukprn organisation, UUID id) {
        return step(who, organisation, id, NEW_WAY, person -> {
            ways.reset(id, Passwords.nobodysHash());
            var made = invitations.make(organisation, id, person.name(), person.roles(), PeopleRules.account(who));
            done(who, NEW_WAY, id);
            return new PeopleOutcome.Invited(made.code(), made.invitation().ends());
        });
    }

    private PeopleOutcome step(
            Actor who, Ukprn organisation, UUID id, String what, Function<Person, PeopleOutcome> change) {
        if (!mayManage(who, organisation)) return notAllowed(who, what, Optional.of(id));
        if (PeopleRules.account(who).equals(id))
            return refuse(who, what, "own", Optional.of(id), new PeopleOutcome.Own());
        rows.hold(organisation);
        return rows.find(organisation, id, PeopleRules.account(who), now())
                .map(change)
                .orElseGet(() -> refuse(who, what, "not-own", Optional.of(id), new PeopleOutcome.NotFound()));
    }

    private boolean isLastSuper(Ukprn organisation, Person person) {
        return person.roles().contains(Role.REGISTRATION_SUPER)
                && rows.of(organisation, person.id(), now()).stream()
                        .noneMatch(other ->
                                !other.id().equals(person.id()) && other.roles().contains(Role.REGISTRATION_SUPER));
    }

    private PeopleOutcome done(Actor who, String what, UUID id) {
        ledger.write(ServiceEvent.done(who, what, id));
        return new PeopleOutcome.Done();
    }

    private PeopleOutcome last(Actor who, String what, UUID id) {
        return refuse(who, what, "last-super", Optional.of(id), new PeopleOutcome.LastSuperUser());
    }

    private PeopleOutcome notAllowed(Actor who, String what, Optional<UUID> id) {
        return refuse(who, what, "not-super", id, new PeopleOutcome.NotAllowed());
    }

    private PeopleOutcome refuse(Actor who, String what, String reason, Optional<UUID> id, PeopleOutcome outcome) {
        ledger.write(ServiceEvent.refused(who, what, reason, id));
        return outcome;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
