package org.openplr.learner;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openplr.audit.AuditFixtures;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;

/** Learners for tests: each number is given once in a run. */
public final class LearnerFixtures {
    private static final AtomicInteger NUMBERS = new AtomicInteger(300_000_000);
    private static final FixedClock CLOCK = FixedClock.at("2026-11-23T12:00:00Z");

    private LearnerFixtures() {}

    /** A number nobody has. */
    public static Uln freshUln() {
        while (true) {
            var uln = Uln.fromFirstNine(Integer.toString(NUMBERS.incrementAndGet()));
            if (uln.isPresent()) return uln.get();
        }
    }

    /** The details of a learner who can see everything: verified, and nothing restricted. */
    public static LearnerDetails someone(Uln uln) {
        return new LearnerDetails(
                uln,
                new LearnerDetails.Names(null, "Siân", null, null, "Morgan", null, null),
                LocalDate.parse("2001-03-01"),
                Gender.FEMALE,
                new LearnerDetails.Address(null, null, null, null, "CF10 3AT", null),
                new LearnerDetails.Background(null, null, null, null),
                null,
                new LearnerDetails.Verification(VerificationType.PASSPORT, null),
                AbilityToShare.MAY_SHARE,
                false);
    }

    /** That learner with another family name. */
    public static LearnerDetails called(LearnerDetails one, String familyName) {
        var names = one.names();
        return new LearnerDetails(
                one.uln(),
                new LearnerDetails.Names(
                        names.title(),
                        names.given(),
                        names.preferredGiven(),
                        names.middle(),
                        familyName,
                        names.previousFamily(),
                        names.familyAt16()),
                one.dateOfBirth(),
                one.gender(),
                one.address(),
                one.background(),
                one.email(),
                one.verification(),
                one.abilityToShare(),
                one.sensitive());
    }

    /** That learner, born on another day. */
    public static LearnerDetails born(LearnerDetails one, LocalDate day) {
        return new LearnerDetails(
                one.uln(),
                one.names(),
                day,
                one.gender(),
                one.address(),
                one.background(),
                one.email(),
                one.verification(),
                one.abilityToShare(),
                one.sensitive());
    }

    /** That learner, verified in another way. */
    public static LearnerDetails verified(LearnerDetails one, VerificationType type) {
        return new LearnerDetails(
                one.uln(),
                one.names(),
                one.dateOfBirth(),
                one.gender(),
                one.address(),
                one.background(),
                one.email(),
                new LearnerDetails.Verification(type, null),
                one.abilityToShare(),
                one.sensitive());
    }

    /** That learner, with another say in whether organisations may look. */
    public static LearnerDetails sharing(LearnerDetails one, AbilityToShare ability) {
        return new LearnerDetails(
                one.uln(),
                one.names(),
                one.dateOfBirth(),
                one.gender(),
                one.address(),
                one.background(),
                one.email(),
                one.verification(),
                ability,
                one.sensitive());
    }

    /** That learner, whose whereabouts are withheld. */
    public static LearnerDetails sensitive(LearnerDetails one) {
        return one.said().as(one.uln(), true);
    }

    /** Registers someone under a fresh number. */
    public static Learner registered(EntityManager em) {
        var uln = freshUln();
        register(new Sql(em)).take(List.of(someone(uln)));
        return new Learners(new Sql(em)).find(uln).orElseThrow();
    }

    /** That learner, of another gender. */
    public static LearnerDetails gendered(LearnerDetails one, Gender gender) {
        return new LearnerDetails(
                one.uln(),
                one.names(),
                one.dateOfBirth(),
                gender,
                one.address(),
                one.background(),
                one.email(),
                one.verification(),
                one.abilityToShare(),
                one.sensitive());
    }

    /** Registers so many, each under a fresh number. */
    public static List<Learner> registered(Sql sql, int many) {
        return registered(sql, many, one -> one);
    }

    /** The same, of people who are all a little different from {@link #someone}. */
    public static List<Learner> registered(Sql sql, int many, UnaryOperator<LearnerDetails> as) {
        var numbers = Stream.generate(LearnerFixtures::freshUln).limit(many).toList();
        register(sql)
                .take(numbers.stream().map(LearnerFixtures::someone).map(as).toList());
        return numbers.stream()
                .map(number -> learners(sql).find(number).orElseThrow())
                .toList();
    }

    /** Makes the first number lead to the second. */
    public static void linked(Sql sql, Uln superseded, Uln master) {
        links(sql).link(superseded, master);
    }

    /** Makes the first number lead to the second. */
    public static void linked(EntityManager em, Uln superseded, Uln master) {
        links(em).link(superseded, master);
    }

    /** The service that finds learners. */
    public static Learners learners(EntityManager em) {
        return new Learners(new Sql(em));
    }

    /** The same, on statements of their own. */
    public static Learners learners(Sql sql) {
        return new Learners(sql);
    }

    /** The service that registers them. */
    public static LearnerRegister register(EntityManager em) {
        return register(new Sql(em));
    }

    /** The same, on statements of their own. */
    public static LearnerRegister register(Sql sql) {
        return new LearnerRegister(sql, new MatchKeyTable(sql), new LearnerVersions(sql), CLOCK);
    }

    /** Which organisations they have to do with. */
    public static Relationships relationships(EntityManager em) {
        return relationships(new Sql(em));
    }

    /** The same, on statements of their own. */
    public static Relationships relationships(Sql sql) {
        return new Relationships(
                sql,
                new Learners(sql),
                marks(sql, CLOCK),
                new Quota(sql, CLOCK),
                AuditFixtures.ledger(sql, CLOCK),
                CLOCK);
    }

    /** A college notes that they applied, each time from one day earlier. */
    public static void enrols(EntityManager em, InstantSource clock, Uln uln) {
        var registry = new Registry(em, clock);
        var learner = registry.learners().find(uln).orElseThrow();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var college = Newcomers.officer("10009931", Role.REGISTRATION_BATCH);
        var before = registry.relationships().read(Set.of(uln)).size();
        var one = new ToRelate(
                new ToVerify(uln, learner.givenName(), learner.familyName(), null, Gender.UNKNOWN),
                RelationKind.APPLIED,
                today.minusDays(1 + before),
                today.plusDays(30),
                RelationSource.APPLICATION,
                "application 4711");
        var outcome = registry.relating().beginAll(college, List.of(one));
        if (!outcome.equals(List.of(new Related.Noted()))) throw new IllegalStateException(outcome.toString());
    }

    /** Confirms whose number it is. */
    public static Verifying verifying(EntityManager em) {
        var sql = new Sql(em);
        return new Verifying(
                new Candidates(sql), new NamedLearners(sql), new Quota(sql, CLOCK), AuditFixtures.ledger(sql, CLOCK));
    }

    /** How many people may be looked for. */
    public static Quota quota(Sql sql, InstantSource clock) {
        return new Quota(sql, clock);
    }

    /** The service that links their numbers. */
    public static LearnerLinks links(EntityManager em) {
        return links(new Sql(em));
    }

    private static LearnerLinks links(Sql sql) {
        return new LearnerLinks(sql, new Learners(sql), marks(sql, CLOCK), CLOCK);
    }

    private static Marks marks(Sql sql, InstantSource clock) {
        return new Marks(sql, register(sql), clock);
    }

    /** The service that links them for administrators. */
    public static NumberKeeping numbers(EntityManager em, InstantSource clock) {
        return new Registry(em, clock).numbers();
    }

    /** Who is protected, and who looked at them. */
    public static Sensitivity sensitivity(Sql sql, InstantSource clock) {
        return new Sensitivity(new Learners(sql), marks(sql, clock), AuditFixtures.ledger(sql, clock), clock);
    }

    /** An administrator marks a learner as protected, and names who sees the whole. */
    public static void marked(EntityManager em, InstantSource clock, Uln uln, Ukprn... named) {
        var until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1);
        sensitivity(new Sql(em), clock)
                .mark(new Actor.Administrator(UUID.randomUUID()), uln, "serves in the forces", until, List.of(named));
    }

    /** An administrator marks a learner as protected, and then somebody of an organisation finds them. */
    public static void protectedAndFound(Database db, FixedClock clock, Uln uln) {
        db.run(em -> {
            var registry = new Registry(em, clock);
            marked(em, clock, uln);
            var officer = new Actor.OrganisationUser(
                    UUID.randomUUID(), new Ukprn("10009998"), Set.of(Role.REGISTRATION_ONLINE));
            var learner = registry.learners().find(uln).orElseThrow();
            registry.finding().find(officer, uln, learner.givenName(), learner.familyName(), FindType.FULL);
        });
    }

    /** Someone who is in no database. */
    public static Learner made(Uln uln) {
        var details = someone(uln);
        return new Learner(
                uln,
                details.names().given(),
                details.names().family(),
                details.names().previousFamily(),
                details.dateOfBirth(),
                details.gender(),
                details.address().postcode(),
                details.verification().type(),
                details.abilityToShare(),
                details.sensitive(),
                Set.of(uln),
                1);
    }
}
