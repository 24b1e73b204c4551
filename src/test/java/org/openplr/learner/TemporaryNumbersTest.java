package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.learner.Newcomers.officer;
import static org.openplr.learner.Newcomers.someone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.learner.TemporaryNumber.Advice;
import org.openplr.learner.TemporaryNumber.Origin;
import org.openplr.learner.TemporaryNumber.Said;
import org.openplr.learner.TemporaryNumber.State;
import org.openplr.learner.TemporaryNumbers.Entry;
import org.openplr.learner.TemporaryNumbers.Taken;
import org.openplr.learner.TemporaryNumbers.Wanted;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** The work list of a provider whose learners are still on 9999999999. */
class TemporaryNumbersTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T12:00:00Z");
    private final Actor.OrganisationUser college = officer(Role.REGISTRATION_ONLINE, Role.REGISTRATION_BATCH);

    private <T> T with(Database db, Function<TemporaryNumbers, T> work) {
        return db.call(em -> work.apply(FileFixtures.temporary(em, clock)));
    }

    private static Said said(LearnerToRegister one) {
        return new Said(
                one.names().given(),
                one.names().family(),
                "",
                one.dateOfBirth().toString(),
                Integer.toString(one.gender().code()),
                one.address().postcode());
    }

    private TemporaryNumber note(Database db, String reference, Said said) {
        return with(db, numbers -> numbers.note(college, reference, said, Origin.PAGE));
    }

    private List<TemporaryNumber> listed(Database db, State state) {
        return with(
                db,
                numbers -> numbers.list(college, new Wanted(state, null, ""), Optional.empty(), 50)
                        .some());
    }

    private Uln registered(Database db, LearnerToRegister one) {
        db.run(em -> new Registry(em, clock).finding().find(college, Newcomers.wanted(one), FindType.FULL));
        var outcome = db.call(em -> new Registry(em, clock).registration().register(college, one, Optional.empty()));
        return ((Registered.New) outcome).uln();
    }

    @OnBothDatabases
    void whoeverIsInTheRegisterIsFoundAndTheirNumberTaken(Database db) {
        var one = someone();
        var uln = registered(db, one);
        var noted = note(db, "S-1", said(one));
        assertThat(noted.advice()).isEqualTo(Advice.NOT_LOOKED);

        var looked = with(db, numbers -> numbers.look(college, noted.id()));
        var taken = with(db, numbers -> numbers.take(college, noted.id(), uln));

        assertThat(looked.number().advice()).isEqualTo(Advice.EXACT);
        assertThat(looked.number().looked()).isEqualTo(clock.instant());
        assertThat(taken).isEqualTo(new Taken.Done());
        assertThat(listed(db, State.OPEN)).isEmpty();
        assertThat(listed(db, State.RESOLVED))
                .singleElement()
                .satisfies(gone -> assertThat(gone.uln()).isEqualTo(uln));
        List<LedgerEntry> seen = db.call(em -> AuditFixtures.ledger(em, clock)
                .activity(java.util.Set.of(uln), Optional.empty(), 20)
                .entries());
        assertThat(seen).extracting(LedgerEntry::what).contains("learner.found", "learner.temporary-resolved");
    }

    @OnBothDatabases
    void whoeverIsNotIsRegisteredAndGoesFromTheList(Database db) {
        var one = someone();
        var noted = note(db, "S-2", said(one));

        var looked = with(db, numbers -> numbers.look(college, noted.id()));
        assertThat(looked.number().advice()).isEqualTo(Advice.NONE);
        assertThat(looked.found()).contains(new Found.None());
        var outcome = db.call(em -> new Registry(em, clock).registration().register(college, one, Optional.empty()));
        var uln = ((Registered.New) outcome).uln();
        db.run(em -> FileFixtures.temporary(em, clock).registered(college, noted.id(), uln));

        assertThat(listed(db, State.OPEN)).isEmpty();
        assertThat(listed(db, State.RESOLVED)).extracting(TemporaryNumber::uln).containsExactly(uln);
    }

    @OnBothDatabases
    void aFileOfManyCostsAsManyStatementsAsOneOfFew(Database db) {
        var uln = registered(db, someone());

        assertThat(statements(db, "many", 200, uln)).isLessThanOrEqualTo(statements(db, "few", 2, uln));
        assertThat(listed(db, State.OPEN)).hasSize(50);
    }

    /** So many on the list, and as many who have a number and were never on it. */
    private long statements(Database db, String mark, int rows, Uln uln) {
        var open = new ArrayList<Entry>();
        var numbered = new HashMap<String, Uln>();
        for (var i = 0; i < rows; i++) {
            open.add(new Entry(mark + i, said(someone()), Origin.FILE, Advice.NOT_LOOKED));
            numbered.put(mark + "-with-" + i, uln);
        }
        return db.statements(em -> FileFixtures.temporary(em, clock).fromFile(college, open, numbered));
    }

    @OnBothDatabases
    void aNumberThatNoFindShowsIsNotTaken(Database db) {
        var other = registered(db, someone());
        var noted = note(db, "S-3", said(someone()));

        Taken taken = with(db, numbers -> numbers.take(college, noted.id(), other));
        assertThat(taken).isEqualTo(new Taken.NotShown());

        assertThat(listed(db, State.OPEN)).hasSize(1);
    }

    @OnBothDatabases
    void whatIsMissingIsNamedAndNobodyIsLookedFor(Database db) {
        var noted = note(db, "S-4", new Said("Siân", "Morgan", "", "01/09/2008", "F", "CF10 3AT"));
        assertThat(noted.advice()).isEqualTo(Advice.INSUFFICIENT);
        assertThat(noted.said().missing()).containsExactly("DateOfBirth");

        var looked = with(db, numbers -> numbers.look(college, noted.id()));

        assertThat(looked.found()).isEmpty();
        assertThat(looked.number().said().dateOfBirth()).isEqualTo("01/09/2008");
        var corrected = note(db, "S-4", new Said("Siân", "Morgan", "", "2008-09-01", "2", "CF10 3AT"));
        assertThat(corrected.id()).isEqualTo(noted.id());
        assertThat(corrected.advice()).isEqualTo(Advice.NOT_LOOKED);
        assertThat(listed(db, State.OPEN)).hasSize(1);
    }

    @OnBothDatabases
    void aFileBringsSomeAndAnotherTakesThemAway(Database db) {
        var one = someone();
        var entry = new Entry("S-5", said(one), Origin.FILE, Advice.POSSIBLE);
        var nameless = new Entry("", said(someone()), Origin.FILE, Advice.NOT_LOOKED);
        for (var again = 0; again < 2; again++)
            db.run(em -> FileFixtures.temporary(em, clock).fromFile(college, List.of(entry, nameless), Map.of()));
        assertThat(listed(db, State.OPEN))
                .extracting(TemporaryNumber::reference)
                .containsExactlyInAnyOrder("S-5", "");
        var uln = registered(db, one);

        db.run(em -> FileFixtures.temporary(em, clock).fromFile(college, List.of(), Map.of("S-5", uln, "S-99", uln)));

        assertThat(listed(db, State.OPEN)).hasSize(1);
        assertThat(listed(db, State.RESOLVED)).extracting(TemporaryNumber::uln).containsExactly(uln);
        db.run(em -> FileFixtures.temporary(em, clock).fromFile(college, List.of(entry), Map.of()));
        assertThat(listed(db, State.OPEN)).hasSize(2);
    }

    @OnBothDatabases
    void theListIsFilteredAndPagedByAnId(Database db) {
        for (var i = 0; i < 5; i++) note(db, "P-" + i, said(someone()));
        note(db, "Q%_1", new Said("", "Prydderch", "", "", "", ""));

        var first = with(db, numbers -> numbers.list(college, Wanted.OPEN, Optional.empty(), 4));
        var second = with(db, numbers -> numbers.list(college, Wanted.OPEN, first.next(), 4));
        var filtered = with(
                db,
                numbers -> numbers.list(
                                college, new Wanted(State.OPEN, Advice.INSUFFICIENT, "ryDDer"), Optional.empty(), 4)
                        .some());

        assertThat(first.some()).hasSize(4);
        assertThat(second.some()).hasSize(2);
        assertThat(second.next()).isEmpty();
        assertThat(filtered).extracting(TemporaryNumber::reference).containsExactly("Q%_1");
    }

    @OnBothDatabases
    void nobodyElseSeesThem(Database db) {
        var noted = note(db, "S-6", said(someone()));
        var others = officer(Role.REGISTRATION_ONLINE);
        var viewer = officer(college.organisation().digits(), Role.REGISTRATION_VIEW);

        Optional<TemporaryNumber> theirs = with(db, numbers -> numbers.find(others, noted.id()));
        assertThat(theirs).isEmpty();
        isNotFound(() -> with(db, numbers -> numbers.look(others, noted.id())));
        isNotFound(() -> with(db, numbers -> numbers.find(viewer, noted.id())));
        isNotFound(() -> db.run(em -> FileFixtures.temporary(em, clock).remove(others, noted.id())));
        isNotFound(() -> with(db, numbers -> numbers.look(college, UUID.randomUUID())));
    }

    private static void isNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Mistake.class, no -> assertThat(no.kind()).isEqualTo(Mistake.Kind.NOT_FOUND));
    }

    @OnBothDatabases
    void oneThatIsRemovedIsOffTheListAndStaysInItsHistory(Database db) {
        var noted = note(db, "S-7", said(someone()));

        for (var again = 0; again < 2; again++)
            db.run(em -> FileFixtures.temporary(em, clock).remove(college, noted.id()));

        assertThat(listed(db, State.OPEN)).isEmpty();
        assertThat(listed(db, State.REMOVED))
                .singleElement()
                .satisfies(gone -> assertThat(gone.ended()).isEqualTo(clock.instant()));
    }

    @OnBothDatabases
    void afterAYearItIsDeleted(Database db) {
        var noted = note(db, "S-8", said(someone()));
        clock.forward(Duration.ofDays(365).minusSeconds(1));
        db.run(em -> FileFixtures.temporaryTable(em, clock).forget());
        assertThat(listed(db, State.OPEN)).hasSize(1);

        clock.forward(Duration.ofSeconds(1));
        db.run(em -> FileFixtures.temporaryTable(em, clock).forget());

        Optional<TemporaryNumber> gone = with(db, numbers -> numbers.find(college, noted.id()));
        assertThat(gone).isEmpty();
    }
}
