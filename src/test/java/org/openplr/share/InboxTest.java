package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

/** A share that was granted to an organisation of the register, and that organisation's people. */
class InboxTest {
    private static final String PIN = "4711";

    @OnBothDatabases
    void hasNoLinkAndNoCodeAndNothingOfItIsKeptAsASecret(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);

        var granted = learner.shares(ShareFixtures.offer().to(college, Purpose.PROVIDER));

        assertThat(granted.secrets()).isEmpty();
        assertThat(granted.share().signIn()).isTrue();
        assertThat(granted.share().recipient().name()).isEqualTo("Col-legal College");
        var kept = db.call(em -> em.createNativeQuery("SELECT selector, verifier_key, verifier_digest, code_digest,"
                        + " factor_key, factor_digest FROM share_grant WHERE id = ?1")
                .setParameter(1, granted.share().id().toString())
                .getSingleResult());
        assertThat((Object[]) kept).containsExactly(null, null, null, null, "", "");
    }

    @OnBothDatabases
    void theListNamesNobodyAndShowsTheNewestFirst(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var office = ShareFixtures.user(college, Role.REGISTRATION_VIEW);
        var named = Scope.all().showing(Set.of(IdentityField.values()));
        var first = learner.shares(ShareFixtures.offer().to(college, Purpose.PROVIDER));
        learner.clock().forward(Duration.ofSeconds(2));
        var second = learner.shares(
                ShareFixtures.offer().to(college, Purpose.PROVIDER).scope(named));
        learner.opens(office, first);

        var inbox = learner.inbox(office);

        assertThat(inbox)
                .extracting(ReceivedShare::id)
                .containsExactly(second.share().id(), first.share().id());
        assertThat(inbox).extracting(ReceivedShare::opened).containsExactly(0, 1);
        assertThat(inbox.getFirst().phrase()).isEqualTo(second.share().phrase());
        assertThat(inbox.getFirst().stops()).isEqualTo(second.share().expires());
        assertThat(inbox.toString())
                .doesNotContain("Morgan", "2001-03-01", learner.actor().uln().digits());
        assertThat(learner.<Integer>call(h -> h.inbox().fresh(office))).isEqualTo(1);
        assertThat(learner.ledgerOf(second))
                .as("looking through the list is no look")
                .extracting(LedgerEntry::what)
                .containsExactly("share.created");
    }

    @OnBothDatabases
    void theListPagesByItsOwnCursorOnly(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var office = ShareFixtures.user(college, Role.REGISTRATION_SUPER);
        var made = new ArrayList<UUID>();
        for (var i = 0; i < 5; i++) {
            made.addFirst(learner.shares(ShareFixtures.offer().to(college, Purpose.PROVIDER))
                    .share()
                    .id());
            learner.clock().forward(Duration.ofMillis(1));
        }

        var read = new ArrayList<UUID>();
        var cursor = Optional.<String>empty();
        do {
            var from = cursor;
            var page = learner.call(h -> h.inbox().list(office, from, 2));
            page.items().forEach(share -> read.add(share.id()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(read).isEqualTo(made);
        assertThatThrownBy(() -> learner.call(h -> h.inbox().list(office, Optional.of("none of ours"), 2)))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        m -> assertThat(m.faults().getFirst().code()).isEqualTo("unknown-cursor"));
    }

    @OnBothDatabases
    void opensForItsUsersAndTheLearnerSeesWhichOrganisationItWas(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var office = ShareFixtures.user(college, Role.REGISTRATION_ONLINE, Role.HELPER);
        var granted = learner.shares(ShareFixtures.offer().to(college, Purpose.PROVIDER));

        var shown = (Opened.Shown) learner.opens(office, granted);

        assertThat(shown.record()).isEqualTo(learner.preview(granted));
        assertThat(learner.views(granted)).singleElement().satisfies(view -> {
            assertThat(view.organisation()).isEqualTo("Col-legal College");
            assertThat(view.ukprn()).isEqualTo(college.digits());
            assertThat(view.proof()).isEqualTo("registered");
            assertThat(view.purpose()).isEqualTo("enrolment");
            assertThat(view.receipt()).isEqualTo(shown.receipt());
        });
        assertThat(learner.ledgerOf(granted).getFirst()).satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("share.opened");
            assertThat(entry.outcome()).isEqualTo(Outcome.ALLOWED);
            assertThat(entry.organisation()).isEqualTo(college.digits());
            assertThat(entry.roles()).containsExactly("registration-online", "helper");
            assertThat(entry.proof()).isEqualTo("registered");
            assertThat(entry.fields()).contains("grade");
        });
        var by = ColumnText.read(shown.receipt(), ViewReceipt.class).viewer();
        assertThat(by)
                .isEqualTo(new ViewReceipt.By(
                        "Col-legal College",
                        null,
                        college.digits(),
                        null,
                        List.of("registration-online", "helper"),
                        null,
                        "registered"));
        assertThat(actorOf(db, granted)).isEqualTo(office.account().toString());
    }

    private static Object actorOf(Database db, Granted granted) {
        return db.call(em -> em.createNativeQuery(
                        "SELECT actor_ref FROM ledger_entry WHERE about = ?1 AND what = 'share.opened'")
                .setParameter(1, granted.share().id().toString())
                .getSingleResult());
    }

    @OnBothDatabases
    void aReloadWithinTheHalfHourDoesNotCountAndAsksAgain(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var office = ShareFixtures.user(college, Role.REGISTRATION_ONLINE);
        var granted = learner.shares(
                ShareFixtures.offer().to(college, Purpose.PROVIDER).maxViews(1));
        var first = (Opened.Shown) learner.opens(office, granted);
        var session = List.of(first.session());

        var again = (Opened.Shown) learner.opens(office, granted, session);

        assertThat(again.view()).isEqualTo(first.view());
        assertThat(again.receipt()).isEqualTo(first.receipt());
        assertThat(learner.share(granted).views()).isEqualTo(1);

        learner.withdraws(granted);

        assertThat(learner.opens(office, granted, session))
                .isInstanceOfSatisfying(
                        Opened.Ended.class, ended -> assertThat(ended.reason()).isEqualTo(ShareState.WITHDRAWN));
        assertThat(learner.ledgerOf(granted).getFirst().reason()).isEqualTo("withdrawn");
    }

    @OnBothDatabases
    void whatHasEndedIsOutOfTheListAndSaysWhyToWhomItWasMeantFor(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var office = ShareFixtures.user(college, Role.REGISTRATION_ONLINE);
        var offer = ShareFixtures.offer().to(college, Purpose.PROVIDER);
        var withdrawn = learner.shares(offer);
        learner.withdraws(withdrawn);
        var usedUp = learner.shares(offer.maxViews(1));
        learner.opens(office, usedUp);
        var expired = learner.sharedBefore(Duration.ofDays(20), offer);

        var reasons = Stream.of(withdrawn, usedUp, expired)
                .map(share -> ((Opened.Ended) learner.opens(office, share)).reason());

        assertThat(reasons).containsExactly(ShareState.WITHDRAWN, ShareState.USED_UP, ShareState.EXPIRED);
        assertThat(learner.inbox(office)).isEmpty();
        assertThat(learner.<Integer>call(h -> h.inbox().fresh(office))).isZero();
    }

    @OnBothDatabases
    void anotherOrganisationsIsAsIfItWereNotThereAndTheLearnerSeesTheTry(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var stranger = ShareFixtures.user(ShareFixtures.organisation(db), Role.REGISTRATION_SUPER);
        var granted = learner.shares(ShareFixtures.offer().to(college, Purpose.PROVIDER));
        learner.withdraws(granted);

        assertThat(learner.opens(stranger, granted)).isEqualTo(new Opened.Refused());
        assertThat(learner.<Opened>call(h -> h.inbox().open(stranger, UUID.randomUUID(), "enrolment")))
                .isEqualTo(new Opened.Refused());
        assertThat(learner.<Optional<?>>call(
                        h -> h.inbox().find(stranger, granted.share().id())))
                .isEmpty();
        assertThat(learner.inbox(stranger)).isEmpty();

        assertThat(learner.ledgerOf(granted))
                .filteredOn(entry -> entry.outcome() == Outcome.REFUSED)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo("not-for-them"))
                .allSatisfy(entry -> assertThat(entry.organisation())
                        .isEqualTo(stranger.organisation().digits()));
    }

    @OnBothDatabases
    void aRoleThatMayNotOpenItDoesNotSeeItEither(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var adviser = ShareFixtures.user(college, Role.ADVISER);
        var granted = learner.shares(ShareFixtures.offer().to(college, Purpose.PROVIDER));

        assertThat(learner.inbox(adviser)).isEmpty();
        assertThat(learner.opens(adviser, granted)).isEqualTo(new Opened.Refused());
        assertThat(learner.ledgerOf(granted).getFirst().reason()).isEqualTo("not-their-role");
        assertThat(learner.share(granted).views()).isZero();
    }

    private static Actor.OrganisationUser having(Set<Role> roles) {
        return new Actor.OrganisationUser(UUID.randomUUID(), new Ukprn("19990055"), roles);
    }

    @ParameterizedTest
    @CsvSource({
        "EMPLOYER, LEARNER REGISTRATION_SUPER REGISTRATION_ONLINE REGISTRATION_BATCH REGISTRATION_VIEW AWARDING"
                + " UNIVERSITY ADVISER HELPER RECIPIENT ADMINISTRATOR",
        "UNIVERSITY, UNIVERSITY",
        "PROVIDER, REGISTRATION_SUPER REGISTRATION_ONLINE REGISTRATION_BATCH REGISTRATION_VIEW",
        "ADVISER, ADVISER",
        "LEARNER, ''"
    })
    void eachPurposeIsOpenToTheseRolesAndNoOther(Purpose purpose, String allowed) {
        for (var role : Role.values())
            assertThat(purpose.isOpenTo(having(Set.of(role))))
                    .as("%s to %s", purpose, role)
                    .isEqualTo(List.of(allowed.split(" ")).contains(role.name()));
        assertThat(purpose.isOpenTo(having(Set.of()))).as("without a role").isEqualTo(purpose == Purpose.EMPLOYER);
        assertThat(Purpose.openTo(having(Set.of()))).containsExactly(Purpose.EMPLOYER);
        assertThat(Purpose.openTo(new Actor.RecipientUser(UUID.randomUUID(), UUID.randomUUID())))
                .as("of a recipient that is no provider")
                .containsExactly(Purpose.EMPLOYER);
    }

    @OnBothDatabases
    void noLedgerNoDisclosure(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var office = ShareFixtures.user(college, Role.REGISTRATION_ONLINE);
        var granted = learner.shares(
                ShareFixtures.offer().to(college, Purpose.PROVIDER).maxViews(1));
        var purpose = "unwritable " + granted.share().id();
        db.run(em -> em.createNativeQuery(
                        "ALTER TABLE ledger_entry ADD CONSTRAINT refuse_inbox CHECK (purpose <> '" + purpose + "')")
                .executeUpdate());
        try {
            assertThatThrownBy(() -> learner.opensFor(purpose, office, granted, List.of()))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            db.run(em -> em.createNativeQuery("ALTER TABLE ledger_entry DROP CONSTRAINT refuse_inbox")
                    .executeUpdate());
        }

        assertThat(learner.share(granted).views()).isZero();
        assertThat(learner.views(granted)).isEmpty();
        assertThat(learner.opens(office, granted)).isInstanceOf(Opened.Shown.class);
    }

    @OnBothDatabases
    void twoUsersAtOnceOfAOneViewShareGetOneRecord(Database db) throws Exception {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var granted = learner.shares(
                ShareFixtures.offer().to(college, Purpose.PROVIDER).maxViews(1));
        var openings = Stream.generate(() -> ShareFixtures.user(college, Role.REGISTRATION_ONLINE))
                .limit(20)
                .<Callable<Opened>>map(user -> () -> learner.opens(user, granted))
                .toList();

        var outcomes = new ArrayList<Opened>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var future : threads.invokeAll(openings)) outcomes.add(future.get());
        }

        assertThat(outcomes).filteredOn(Opened.Shown.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Opened.Ended.class::isInstance).hasSize(19);
        assertThat(learner.views(granted)).hasSize(1);
    }

    @OnBothDatabases
    void theListTakesOneStatementHoweverLongItIsAndAnOpeningEight(Database db) {
        var learner = ShareFixtures.learner(db, 20);
        var college = ShareFixtures.organisation(db);
        var office = ShareFixtures.user(college, Role.REGISTRATION_ONLINE);
        var granted = learner.shares(ShareFixtures.offer().to(college, Purpose.PROVIDER));
        for (var i = 0; i < 9; i++) learner.shares(ShareFixtures.offer().to(college, Purpose.PROVIDER));

        var list = db.statements(em -> assertThat(ShareFixtures.House.of(em, learner.clock())
                        .inbox()
                        .list(office, Optional.empty(), 20)
                        .items())
                .hasSize(10));
        var open = db.statements(em -> ShareFixtures.House.of(em, learner.clock())
                .inbox()
                .open(office, granted.share().id(), "enrolment"));

        assertThat(list).isEqualTo(1);
        assertThat(open).as("as by a link, and the organisation's name").isEqualTo(8);
    }

    @OnBothDatabases
    void sharedAgainItHasANewEndAndStillNoSecret(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var office = ShareFixtures.user(college, Role.REGISTRATION_ONLINE);
        var old =
                learner.sharedBefore(Duration.ofDays(20), ShareFixtures.offer().to(college, Purpose.PROVIDER));

        var renewed = learner.renews(old);

        assertThat(renewed.secrets()).isEmpty();
        assertThat(renewed.share().expires())
                .isEqualTo(learner.clock().instant().plus(Duration.ofDays(Purpose.PROVIDER.usualDays())));
        assertThat(learner.opens(office, old)).isInstanceOf(Opened.Ended.class);
        assertThat(learner.opens(office, renewed)).isInstanceOf(Opened.Shown.class);
    }

    @Nested
    class WithALinkAndACode {
        @OnBothDatabases
        void standsInTheInboxTooAndCountsThereOnlyWhatTheOrganisationOpened(Database db) {
            var learner = ShareFixtures.learner(db);
            var college = ShareFixtures.organisation(db);
            var office = ShareFixtures.user(college, Role.REGISTRATION_ONLINE);
            var granted = learner.shares(
                    ShareFixtures.offer().to(college, Purpose.PROVIDER).pin(PIN).maxViews(2));

            assertThat(learner.opens(ShareFixtures.code(granted, PIN))).isInstanceOf(Opened.Shown.class);
            assertThat(learner.inbox(office))
                    .singleElement()
                    .satisfies(share -> assertThat(share.fresh()).isTrue());

            assertThat(learner.opens(office, granted)).isInstanceOf(Opened.Shown.class);
            assertThat(learner.opens(ShareFixtures.link(granted))).isInstanceOf(Opened.Ended.class);
            assertThat(learner.views(granted))
                    .extracting(ShareView::proof)
                    .containsExactlyInAnyOrder("registered", "typed");
        }

        @OnBothDatabases
        void lockedIsLockedForTheInboxToo(Database db) {
            var learner = ShareFixtures.learner(db);
            var college = ShareFixtures.organisation(db);
            var office = ShareFixtures.user(college, Role.REGISTRATION_ONLINE);
            var granted = learner.shares(
                    ShareFixtures.offer().to(college, Purpose.PROVIDER).pin(PIN));
            for (var i = 0; i < 10; i++) learner.opens(ShareFixtures.code(granted, "0000"));

            assertThat(learner.inbox(office)).isEmpty();
            assertThat(learner.opens(office, granted)).isEqualTo(new Opened.Refused());
        }
    }

    @OnBothDatabases
    void onlyARegisteredOrganisationCanSignInAndNeverForAnOwnCopy(Database db) {
        var learner = ShareFixtures.learner(db);
        var college = ShareFixtures.organisation(db);
        var unknown = new Ukprn("18889999");
        var typed = ShareFixtures.offer().to(college, Purpose.EMPLOYER);
        var toSomebodyTyped = new ShareFixtures.Offer(
                typed.scope(), null, typed.factor(), Purpose.EMPLOYER, Recipient.named("A firm (fictional)"));

        var faults = Map.of(
                toSomebodyTyped,
                "sign-in-impossible",
                ShareFixtures.offer().to(college, Purpose.LEARNER),
                "sign-in-impossible",
                ShareFixtures.offer().to(unknown, Purpose.EMPLOYER),
                "organisation-unknown");

        faults.forEach((offer, code) -> assertThatThrownBy(() -> learner.shares(offer))
                .isInstanceOfSatisfying(
                        Mistake.class,
                        m -> assertThat(m.faults().getFirst().code()).isEqualTo(code)));
    }

    @OnBothDatabases
    void aDraftForARegisteredOrganisationHasNoQuestionOfProofAndForAnotherHasItAgain(Database db) {
        var learner = ShareFixtures.learner(db);
        Actor.Learner actor = learner.actor();
        var college = Recipient.organisation(ShareFixtures.organisation(db), "", null);
        var id = learner.call(h -> h.drafts().begin(actor)).id();
        var answers = Draft.Answers.none()
                .recipient(Purpose.PROVIDER, college)
                .what(Draft.What.USUAL, Purpose.PROVIDER.usualScope())
                .until(learner.clock().instant().plus(Duration.ofDays(14)), null);

        learner.call(h -> h.drafts().keep(actor, id, answers));
        var offer = learner.call(h -> h.drafts().offer(actor, id, Language.CY)).orElseThrow();

        assertThat(offer.secondFactor()).isEqualTo(new SecondFactor.SignIn());
        learner.call(h ->
                h.drafts().keep(actor, id, answers.recipient(Purpose.PROVIDER, Recipient.named("A college I typed"))));
        assertThat(learner.<Optional<?>>call(h -> h.drafts().offer(actor, id, Language.CY)))
                .isEmpty();
    }
}
