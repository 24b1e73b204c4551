package org.openplr.identity;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;

/** A college with people, for tests. */
final class PeopleFixtures {
    final IdentityFixtures.House house;
    final Ukprn college;
    final SignedInSession chief;

    /** A college of the register with a live agreement about registration, and one super user who is signed in. */
    PeopleFixtures(EntityManager em, InstantSource clock) {
        this(
                em,
                clock,
                Role.REGISTRATION_SUPER,
                Role.REGISTRATION_ONLINE,
                Role.REGISTRATION_BATCH,
                Role.REGISTRATION_VIEW);
    }

    private PeopleFixtures(EntityManager em, InstantSource clock, Role... agreed) {
        this.house = new IdentityFixtures.House(em, clock);
        this.college = college(em);
        if (agreed.length > 0) OrganisationFixtures.agree(em, college, agreed);
        this.chief = signedIn(Role.REGISTRATION_SUPER);
    }

    /** The same without any agreement. */
    static PeopleFixtures notJoined(EntityManager em, InstantSource clock) {
        return new PeopleFixtures(em, clock, new Role[0]);
    }

    static Ukprn college(EntityManager em) {
        var number = new Ukprn("1" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
        OrganisationFixtures.register(em)
                .take(List.of(new Organisation(number, "Some College", OrganisationKind.PROVIDER, "", "")));
        return number;
    }

    /** Somebody more of the college. */
    SignedInSession signedIn(Role... roles) {
        var name = IdentityFixtures.someName();
        house.accounts.open(IdentityFixtures.user(name, college, roles));
        return house.session(secret(name));
    }

    String secret(String username) {
        return house.begin((Welcome) house.signIn.first(username, IdentityFixtures.PASSPHRASE, username));
    }

    PeopleOutcome.Invited invite(Role... roles) {
        return (PeopleOutcome.Invited) house.people.invite(chief.actor(), college, "Jo Bloggs", Set.of(roles));
    }

    JoinOutcome join(InvitationCode code, String username) {
        return house.joining.join(code, username, "seven wet umbrellas by the door", username);
    }

    Person of(UUID id) {
        return house.people.find(chief.actor(), college, id).orElseThrow();
    }

    static Actor administrator() {
        return new Actor.Administrator(UUID.randomUUID());
    }

    /** Another code that leads to the same invitation, and proves nothing. */
    static InvitationCode wrong(InvitationCode right, InstantSource clock) {
        var ids = IdentityFixtures.ids(clock);
        while (true) {
            var tail = InvitationCode.draw(ids).text().substring(6);
            var guess = InvitationCode.parse(right.text().substring(0, 6) + tail);
            if (guess.isPresent() && !guess.get().equals(right)) return guess.get();
        }
    }
}
