package org.openplr.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.challenge.ChallengeFixtures.done;
import static org.openplr.challenge.ChallengeFixtures.raised;
import static org.openplr.challenge.ChallengeFixtures.telling;
import static org.openplr.evidence.EvidenceFixtures.jpeg;
import static org.openplr.evidence.EvidenceFixtures.pdf;
import static org.openplr.evidence.EvidenceFixtures.png;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openplr.evidence.EvidenceFile;
import org.openplr.evidence.Unfit;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** Who gives files, who reads them, and until when they are there. */
class EvidenceTest {
    private static final byte[] PAGE = "<html>".getBytes(StandardCharsets.UTF_8);

    private static Given give(ChallengeFixtures house, Actor actor, Challenge seen, byte[] content) {
        return house.in(h -> h.giving.give(
                actor, seen.id(), seen.revision(), new GivingEvidence.Offer("../tystysgrif.png", content, "")));
    }

    private static Challenge given(ChallengeFixtures house, Actor actor, Challenge seen) {
        return ((Given.Done) give(house, actor, seen, png())).challenge();
    }

    private static List<EvidenceFile> files(ChallengeFixtures house, Actor actor, Challenge one) {
        return house.in(h -> h.evidence.of(actor, one.id()));
    }

    private static boolean reads(ChallengeFixtures house, Actor actor, Challenge one) {
        return house.in(h -> h.evidence.fetch(actor, one.id(), 1)).isPresent();
    }

    private static void assertNotThere(ChallengeFixtures house, Actor actor, Challenge one) {
        assertThat(reads(house, actor, one)).isFalse();
        assertThatThrownBy(() -> files(house, actor, one))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
        assertThatThrownBy(() -> give(house, actor, one, png()))
                .isInstanceOfSatisfying(
                        Mistake.class, mistake -> assertThat(mistake.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
    }

    @OnBothDatabases
    void aFileThatWasAskedForIsAStepAndItsOwnerReadsItAndTheLearnerSeesThat(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var owner = house.awarding();
        var raised = house.wrongGrade(learner, house.award(learner.uln(), owner), "Merit");
        var asked = house.taken(owner, house.taken(owner, raised, Step.ACKNOWLEDGE, ""), Step.ASK, "A certificate?");
        house.clock.forward(Duration.ofDays(7));

        var given = given(house, learner, asked);

        assertThat(given.state()).isEqualTo(State.WITH_OWNER);
        assertThat(given.dueBy()).as("the clock goes on").isPresent();
        var fetched = house.in(h -> h.evidence.fetch(owner, given.id(), 1)).orElseThrow();
        assertThat(fetched.content()).isEqualTo(png());
        assertThat(fetched.file().name()).isEqualTo("tystysgrif.png");
        assertThat(house.in(h -> h.challenges.find(learner, given.id()))
                        .orElseThrow()
                        .steps()
                        .getLast()
                        .words())
                .isEqualTo("tystysgrif.png");
        assertThat(house.told(learner.uln()))
                .containsExactly(
                        "challenge.raise",
                        "challenge.acknowledge",
                        "challenge.ask",
                        "challenge.give",
                        "challenge.file-given",
                        "challenge.file-read");
    }

    @OnBothDatabases
    void whoHasNoPartInItSeesNothingAndAFormerOwnerNoLonger(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var owner = house.awarding();
        var next = house.awarding();
        var one = given(house, learner, house.wrongGrade(learner, house.award(learner.uln(), owner), "Merit"));

        assertThat(reads(house, learner, one)).isTrue();
        assertThat(reads(house, owner, one)).isTrue();
        assertNotThere(house, next, one);
        assertNotThere(house, house.learner(), one);
        assertThat(files(house, house.service, one)).as("before it is appealed").isEmpty();
        assertThat(reads(house, house.service, one)).isFalse();

        var passed = done(house.in(
                h -> h.handling.passOn(owner, one.id(), one.revision(), next.organisation(), "It is theirs.")));

        assertNotThere(house, owner, passed);
        assertThat(reads(house, next, passed)).isTrue();
    }

    @OnBothDatabases
    void theServiceReadsOnAppealAndNotBefore(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var owner = house.awarding();
        var open = house.taken(
                owner, house.wrongGrade(learner, house.award(learner.uln(), owner), "Merit"), Step.ACKNOWLEDGE, "");
        var rejected = done(house.decide(owner, given(house, learner, open), Step.REJECT, "No."));
        assertThat(reads(house, house.service, rejected)).isFalse();

        var appealed = house.taken(learner, rejected, Step.APPEAL, "But yes.");

        assertThat(reads(house, house.service, appealed)).isTrue();
        assertThat(files(house, house.service, appealed)).hasSize(1);
        assertThat(give(house, house.service, appealed, png())).isInstanceOf(Given.NotNow.class);
    }

    /** Names and dates of birth are for those who register learners, and so is what proves them. */
    @OnBothDatabases
    void identityEvidenceIsForThoseWhoMayReadDetails(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var college = house.college();
        var one = given(
                house,
                learner,
                raised(house.in(h -> h.raising.raise(
                        learner, learner.uln(), Beginning.of(Kind.DETAILS), telling(Field.FAMILY_NAME, "Jenkins")))));
        var passed = done(house.in(h -> h.handling.passOn(
                house.service, one.id(), one.revision(), college.organisation(), "They registered her.")));

        assertThat(reads(house, college, passed)).isTrue();
        assertNotThere(
                house,
                new Actor.OrganisationUser(UUID.randomUUID(), college.organisation(), java.util.Set.of(Role.AWARDING)),
                passed);
    }

    @OnBothDatabases
    void aFileIsAddedToADraftAndIsThereWhenItIsRaised(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var owner = house.awarding();
        var event = house.award(learner.uln(), owner);
        var draft = house.in(h -> h.raising.begin(learner, learner.uln(), Beginning.of(Kind.WRONG, event.id())));
        house.in(h -> h.raising.tell(learner, draft.id(), telling(Field.GRADE, "Merit")));
        var two = given(house, learner, given(house, learner, house.now(draft)));
        house.in(h -> {
            h.evidence.remove(learner, two.id(), 1);
            return true;
        });
        assertNotThere(house, owner, house.now(draft));

        var raised = raised(house.in(h -> h.raising.raise(learner, draft.id())));

        assertThat(files(house, owner, raised)).extracting(EvidenceFile::number).containsExactly(2);
        assertThatThrownBy(() -> house.in(h -> {
                    h.evidence.remove(learner, raised.id(), 2);
                    return true;
                }))
                .as("what is sent is not taken back")
                .isInstanceOf(Mistake.class);
        assertThat(house.told(learner.uln()))
                .containsExactly(
                        "challenge.file-given", "challenge.file-given", "challenge.file-removed", "challenge.raise");
    }

    @OnBothDatabases
    void theFilesOfADraftAreForgottenWithIt(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var draft = given(
                house, learner, house.in(h -> h.raising.begin(learner, learner.uln(), Beginning.of(Kind.MISSING))));
        house.clock.forward(Duration.ofHours(25));

        house.in(h -> h.drafts.forget());

        assertThat(rows(db, "evidence_file", "about", draft.id().toString())).isZero();
        assertThat(rows(db, "evidence_key", "uln", learner.uln().digits())).isZero();
    }

    private static int rows(Database db, String table, String column, String text) {
        return db.call(em -> new org.openplr.platform.Sql(em)
                .rows(
                        "select count(*) as many from " + table + " where " + column + " = ?",
                        row -> row.number("many"),
                        List.of(text))
                .getFirst());
    }

    @OnBothDatabases
    void anOrganisationThatRaisedItGivesFilesForItsLearner(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var college = house.college();
        var owner = house.awarding();
        var event = house.award(learner.uln(), owner);
        house.enrolled(learner, college);
        var draft = house.in(h -> h.raising.begin(college, event.id(), Kind.WRONG));
        house.in(h -> h.raising.tell(college, draft.id(), telling(Field.GRADE, "Merit")));
        given(house, college, house.now(draft));

        var raised = raised(house.in(h -> h.raising.raise(college, draft.id())));

        assertThat(reads(house, owner, given(house, college, raised))).isTrue();
        assertThat(files(house, learner, raised))
                .as("it is the learner's own data")
                .hasSize(2);
    }

    @OnBothDatabases
    void whatIsNotTakenLeavesNothingAndIsNoStep(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var one = house.wrongGrade(learner, house.award(learner.uln(), house.awarding()), "Merit");

        assertThat(give(house, learner, one, PAGE)).isEqualTo(new Given.Not(Unfit.UNKNOWN_KIND));

        assertThat(house.now(one)).isEqualTo(one);
        assertThat(files(house, learner, one)).isEmpty();
        assertThat(house.told(learner.uln())).containsExactly("challenge.raise", "challenge.file-given refused");
    }

    @OnBothDatabases
    void thereAreFiveFilesAtMost(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var one = house.wrongGrade(learner, house.award(learner.uln(), house.awarding()), "Merit");
        for (var content : List.of(png(), jpeg(), pdf(), png(), jpeg()))
            one = ((Given.Done) give(house, learner, one, content)).challenge();

        assertThat(give(house, learner, one, png())).isInstanceOf(Given.TooMany.class);
        assertThat(files(house, learner, one)).hasSize(Evidence.MOST);
    }

    /** In each state of the table, whoever has the part: what has no row is refused, and nothing is kept. */
    @OnBothDatabases
    void whereTheTableHasNoRowNothingIsGiven(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var owner = house.awarding();
        var raised = house.wrongGrade(learner, house.award(learner.uln(), owner), "Merit");
        assertThat(give(house, owner, raised, png())).isInstanceOf(Given.NotNow.class);
        var withdrawn = house.taken(learner, raised, Step.WITHDRAW, "");

        assertThat(give(house, learner, withdrawn, png())).isInstanceOf(Given.NotNow.class);

        assertThat(files(house, learner, withdrawn)).isEmpty();
        assertThat(house.told(learner.uln()))
                .containsExactly(
                        "challenge.raise", "challenge.give refused", "challenge.withdraw", "challenge.give refused");
    }

    @OnBothDatabases
    void ofAFileAndADecisionAtOnceOneWinsAndTheOtherHasDoneNothing(Database db) throws Exception {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var owner = house.awarding();
        var open = house.taken(
                owner, house.wrongGrade(learner, house.award(learner.uln(), owner), "Merit"), Step.ACKNOWLEDGE, "");
        var start = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var giving = both.submit(() -> {
                start.await();
                return give(house, learner, open, png());
            });
            var deciding = both.submit(() -> {
                start.await();
                return house.decide(owner, open, Step.REJECT, "No.");
            });
            var given = giving.get(60, TimeUnit.SECONDS) instanceof Given.Done;

            assertThat(deciding.get(60, TimeUnit.SECONDS) instanceof Stepped.Done)
                    .isNotEqualTo(given);
            assertThat(files(house, learner, open)).hasSize(given ? 1 : 0);
        }
        assertThat(give(house, learner, open, png())).as("of an older state").isInstanceOf(Given.Meanwhile.class);
    }

    private static int deleted(ChallengeFixtures house) {
        return house.in(h -> h.ends.forget());
    }

    @OnBothDatabases
    void aYearAfterItWasClosedTheFilesAreDeletedAndThatTheyWereThereStays(Database db) {
        var house = new ChallengeFixtures(db);
        var learner = house.learner();
        var owner = house.awarding();
        var closed = house.taken(
                learner,
                given(house, learner, house.wrongGrade(learner, house.award(learner.uln(), owner), "Merit")),
                Step.WITHDRAW,
                "");
        var open = given(house, learner, house.wrongGrade(learner, house.award(learner.uln(), owner), "Credit"));
        house.clock.forward(Duration.ofDays(365));
        deleted(house);
        assertThat(reads(house, learner, closed)).as("on the last day").isTrue();

        house.clock.forward(Duration.ofDays(1));
        assertThat(deleted(house)).isPositive();

        assertThat(reads(house, learner, closed)).isFalse();
        assertThat(files(house, learner, closed)).singleElement().satisfies(fact -> {
            assertThat(fact.deleted()).isNotNull();
            assertThat(fact.size()).isEqualTo(png().length);
        });
        assertThat(reads(house, learner, open)).as("while it is open").isTrue();
        assertThat(house.told(learner.uln())).contains("challenge.file-deleted");
        assertThat(deleted(house)).isZero();
    }
}
