package org.openplr.learner;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openplr.matching.Person;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.VerificationType;

/** People whom nobody registered yet, each with a name that is like nobody else's. */
final class Newcomers {
    private static final AtomicInteger SEEDS = new AtomicInteger(1_000);
    private static final AtomicInteger UKPRNS = new AtomicInteger(18_000_000);

    private Newcomers() {}

    static Actor.OrganisationUser officer(String ukprn, Role... roles) {
        return new Actor.OrganisationUser(UUID.randomUUID(), new Ukprn(ukprn), Set.of(roles));
    }

    /** Somebody of an organisation that no other test has: what it did is counted. */
    static Actor.OrganisationUser officer(Role... roles) {
        return officer(Integer.toString(UKPRNS.incrementAndGet()), roles);
    }

    static LearnerToRegister someone() {
        var seed = SEEDS.addAndGet(2);
        var born = LocalDate.of(1950, 1, 1).plusDays(new Random(seed).nextInt(20_000));
        var one = called(name(seed), name(seed + 1), born);
        return living(one, "LL%d %dDG".formatted(10 + seed % 60, seed / 60 % 10));
    }

    static LearnerToRegister called(String given, String family, LocalDate born) {
        return with(new LearnerDetails.Names(null, given, null, null, family, null, null), born, "LL57 2DG", null);
    }

    static LearnerToRegister living(LearnerToRegister one, String postcode) {
        return with(one.names(), one.dateOfBirth(), postcode, one.email());
    }

    static LearnerToRegister writing(LearnerToRegister one, String email) {
        return with(one.names(), one.dateOfBirth(), one.address().postcode(), email);
    }

    /** The same, whose school gave this number. */
    static LearnerToRegister numbered(LearnerToRegister one, String upn) {
        return new LearnerToRegister(
                one.names(),
                one.dateOfBirth(),
                one.gender(),
                one.address(),
                one.background(),
                new LearnerDetails.Numbers(upn, null, null, null),
                one.email(),
                one.verification(),
                one.abilityToShare(),
                one.notes());
    }

    static LearnerToRegister sharing(LearnerToRegister one, AbilityToShare ability) {
        return new LearnerToRegister(
                one.names(),
                one.dateOfBirth(),
                one.gender(),
                one.address(),
                one.background(),
                one.numbers(),
                one.email(),
                one.verification(),
                ability,
                one.notes());
    }

    private static LearnerToRegister with(
            LearnerDetails.Names names, LocalDate born, String postcode, @Nullable String email) {
        return new LearnerToRegister(
                names,
                born,
                Gender.FEMALE,
                new LearnerDetails.Address("1 Heol y Bont", null, "Bangor", null, postcode, null),
                new LearnerDetails.Background("Bangor", "Ysgol Friars", null, null),
                LearnerDetails.Numbers.NONE,
                email,
                new LearnerDetails.Verification(VerificationType.RELATIONSHIP_WITH_SCHOOL, null),
                AbilityToShare.NOTICE_NOT_SEEN,
                null);
    }

    static Person wanted(LearnerToRegister one) {
        return Person.of(
                one.names().given(),
                one.names().family(),
                one.dateOfBirth(),
                one.gender(),
                one.address().postcode());
    }

    private static String name(int seed) {
        var chance = new Random(seed * 104_729L);
        var letters = new StringBuilder("J");
        for (var i = 0; i < 5; i++)
            letters.append("aeiou".charAt(chance.nextInt(5))).append("bdfgklmprstvz".charAt(chance.nextInt(13)));
        return letters.toString();
    }
}
