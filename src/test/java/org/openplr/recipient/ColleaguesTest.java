package org.openplr.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.IdentityFixtures;
import org.openplr.identity.Welcome;
import org.openplr.party.Actor;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Who signs in for a recipient: let in by a code at its own domain, by each other, and by nobody else. */
class ColleaguesTest {
    private static final String PASSPHRASE = "nine herons under the old bridge";

    private final FixedClock clock = FixedClock.at("2026-11-28T09:30:00Z");
    private final Map<UUID, String> names = new HashMap<>();
    private @Nullable Welcome last;

    private void with(Database db, Consumer<RecipientFixtures> story) {
        story.accept(new RecipientFixtures(new Sql(db.dataSource()), clock));
    }

    @OnBothDatabases
    void whoeverAppliedGetsACodeWhenTheRecipientIsApprovedAndNotBefore(Database db) {
        with(db, house -> {
            var id = house.confirmed("Otter Plumbing Ltd");
            assertThat(house.colleagues.of(RecipientFixtures.ONE, id)).isEmpty();

            house.proposals.approve(
                    RecipientFixtures.ANOTHER, house.recipients.review(RecipientFixtures.ONE, id, "Seen"), "Seen");

            var invited = house.colleagues.of(RecipientFixtures.ONE, id);
            assertThat(invited).singleElement().satisfies(one -> {
                assertThat(one.joined()).isFalse();
                assertThat(one.email().text()).startsWith("post@otter");
            });
            var first = joins(house, invited.getFirst().id());
            assertThat(first.recipient()).isEqualTo(id);
            assertThat(house.colleagues.of(first)).singleElement().satisfies(one -> {
                assertThat(one.name()).isEqualTo("Olwen Otter");
                assertThat(one.is(first.account())).isTrue();
            });
            assertThat(ledger(house, "recipient.joined", invited.getFirst().id()))
                    .containsExactly(new Entry("recipient-user", id.toString(), ""));
        });
    }

    @OnBothDatabases
    void somebodyIsInvitedOnlyAtTheRecipientsOwnDomain(Database db) {
        with(db, house -> {
            var first = first(house);
            var domain = house.colleagues.own(first).domain();
            for (var elsewhere : List.of("ann@else." + domain, "ann@" + domain + ".example.org", "ann@gmail.com"))
                assertThat(catchThrowableOfType(
                                        Mistake.class,
                                        () -> house.colleagues.invite(first, new EmailAddress(elsewhere), Locale.UK))
                                .faults())
                        .as(elsewhere)
                        .containsExactly(Fault.at("email", "other-domain", domain));

            var second = joins(house, invited(house, first, "Ann").id());
            assertThat(house.colleagues.of(second))
                    .extracting(Colleague::joined)
                    .containsExactly(true, true);
            assertThat(catchThrowableOfType(
                                    Mistake.class,
                                    () -> house.colleagues.invite(second, at(second, house, "ann"), Locale.UK))
                            .faults())
                    .containsExactly(Fault.at("email", "already-here"));
        });
    }

    @OnBothDatabases
    void aCodeIsTriedFiveTimesWithinSevenDaysAndANewOneMakesTheOldOneVoid(Database db) {
        with(db, house -> {
            var first = first(house);
            var old = invited(house, first, "ann");
            var now = invited(house, first, "ann");
            assertThat(now.id()).isNotEqualTo(old.id());
            assertThat(house.mail.invitation(old.id())).isEmpty();

            var right = house.mail.invitation(now.id()).orElseThrow().code();
            var wrong = right.equals("000000") ? "000001" : "000000";
            for (var left = 4; left > 0; left--)
                assertThat(tries(house, now.id(), wrong)).isEqualTo(new ColleagueOutcome.WrongCode(left));
            assertThat(tries(house, now.id(), wrong)).isEqualTo(new ColleagueOutcome.Over());
            assertThat(tries(house, now.id(), right)).as("too late").isEqualTo(new ColleagueOutcome.Over());
            assertThat(ledger(house, "recipient.joined", now.id()))
                    .containsOnly(new Entry("checker", "", "wrong-code"))
                    .hasSize(ColleagueRows.TRIES);

            var slow = invited(house, first, "ben");
            var code = house.mail.invitation(slow.id()).orElseThrow().code();
            clock.forward(Colleagues.CODE_LIFE.plusSeconds(1));
            assertThat(tries(house, slow.id(), code)).isEqualTo(new ColleagueOutcome.Over());
            assertThat(house.colleagues.forget()).isPositive();
            assertThat(house.sql.rows(
                            "select email from recipient_colleague where id = ?",
                            row -> row.text("email"),
                            List.of(slow.id())))
                    .isEmpty();
            assertThat(house.colleagues.of(first)).as("who came stays").hasSize(1);
        });
    }

    @OnBothDatabases
    void whatIsWrongWithAChoiceIsToldAtOnceAndCostsNoTry(Database db) {
        with(db, house -> {
            var first = first(house);
            var invited = invited(house, first, "ann");
            var code = house.mail.invitation(invited.id()).orElseThrow().code();
            var choice = new BecomingColleague.Choice(" ", "x", "short");
            for (var again = 0; again < ColleagueRows.TRIES + 1; again++)
                assertThat(catchThrowableOfType(
                                        Mistake.class,
                                        () -> house.becoming.join(somebody(), invited.id(), code, choice))
                                .faults())
                        .extracting(Fault::pointer)
                        .containsExactlyInAnyOrder("/name", "/username", "/passphrase");
            assertThat(house.becoming.recipient(invited.id())).contains("Otter Plumbing Ltd");
            joins(house, invited.id());
            assertThat(house.becoming.recipient(invited.id())).isEmpty();
        });
    }

    @OnBothDatabases
    void colleaguesEndEachOthersAccessAndNeverTheirOwn(Database db) {
        with(db, house -> {
            var first = first(house);
            var ann = joins(house, invited(house, first, "ann").id());
            var own = house.colleagues.of(ann).stream()
                    .filter(one -> one.is(ann.account()))
                    .findFirst()
                    .orElseThrow();
            var stranger = first(house);

            assertThat(house.colleagues.end(ann, own.id())).isEqualTo(new ColleagueOutcome.Own());
            assertThat(house.colleagues.end(stranger, own.id())).isEqualTo(new ColleagueOutcome.NotFound());
            assertThat(house.identity.letsIn(name(ann), PASSPHRASE)).isTrue();

            assertThat(house.colleagues.end(first, own.id())).isEqualTo(new ColleagueOutcome.Done());
            assertThat(house.identity.letsIn(name(ann), PASSPHRASE)).isFalse();
            assertThat(house.colleagues.of(first)).hasSize(1);
            assertThat(ledger(house, "recipient.access-ended", own.id()))
                    .extracting(Entry::reason)
                    .containsExactlyInAnyOrder("own", "not-own", "");
        });
    }

    @OnBothDatabases
    void nobodySignsInForARecipientThatIsEnded(Database db) {
        with(db, house -> {
            var first = first(house);
            var waiting = invited(house, first, "ann");
            var code = house.mail.invitation(waiting.id()).orElseThrow().code();

            house.recipients.end(RecipientFixtures.ONE, first.recipient(), "It was dissolved");

            assertThat(house.identity.letsIn(name(first), PASSPHRASE)).isFalse();
            assertThat(tries(house, waiting.id(), code)).isEqualTo(new ColleagueOutcome.Over());
            assertThat(house.colleagues.of(RecipientFixtures.ONE, first.recipient()))
                    .isEmpty();
            assertThat(catchThrowableOfType(
                                    Mistake.class,
                                    () -> house.colleagues.inviteApplicant(RecipientFixtures.ONE, first.recipient()))
                            .kind())
                    .isEqualTo(Mistake.Kind.NOT_FOUND);
        });
    }

    @OnBothDatabases
    void administratorsSendWhoeverAppliedANewCodeAndNobodyIsInvitedWithoutEnd(Database db) {
        with(db, house -> {
            var recipient = house.approved("Otter Plumbing Ltd");
            clock.forward(Colleagues.CODE_LIFE.plusSeconds(1));
            assertThat(house.colleagues.of(RecipientFixtures.ONE, recipient.id()))
                    .as("too late")
                    .isEmpty();
            assertThat(house.colleagues.inviteApplicant(RecipientFixtures.ONE, recipient.id()))
                    .isInstanceOf(ColleagueOutcome.Invited.class);
            var first = joins(
                    house,
                    house.colleagues
                            .of(RecipientFixtures.ONE, recipient.id())
                            .getFirst()
                            .id());

            for (var i = 0; i < Colleagues.INVITED_PER_DAY; i++)
                house.colleagues.invite(first, at(first, house, "person" + i / 2), Locale.UK);
            var more = at(first, house, "one-too-many");
            assertThat(house.colleagues.invite(first, more, Locale.UK)).isEqualTo(new ColleagueOutcome.TooMany());
            clock.forward(Duration.ofDays(1).plusSeconds(1));
            assertThat(house.colleagues.invite(first, more, Locale.UK)).isInstanceOf(ColleagueOutcome.Invited.class);

            house.colleagues.inviteApplicant(RecipientFixtures.ONE, recipient.id());
            assertThat(house.identity.letsIn(name(first), PASSPHRASE))
                    .as("the old account")
                    .isFalse();
            assertThat(house.colleagues.of(RecipientFixtures.ONE, recipient.id()))
                    .extracting(one -> one.email().text())
                    .filteredOn(one -> one.startsWith("post@"))
                    .hasSize(1);
        });
    }

    @OnBothDatabases
    void aTokenIsWorthNothingFromTheNextRequestOn(Database db) {
        with(db, house -> {
            var first = first(house);
            var ann = joins(house, invited(house, first, "ann").id());
            var token = IdentityFixtures.tokens(clock)
                    .issue(Objects.requireNonNull(last))
                    .token();
            db.run(em -> {
                var bearers = IdentityFixtures.bearers(em, clock);
                assertThat(bearers.actor(token, "192.0.2.1")).contains(ann);

                var own = house.colleagues.of(ann).stream()
                        .filter(one -> one.is(ann.account()))
                        .findFirst()
                        .orElseThrow();
                house.colleagues.end(first, own.id());
                assertThat(bearers.actor(token, "192.0.2.1")).isEmpty();
            });
        });
    }

    @OnBothDatabases
    void aRecipientIsApprovedOnceAndASecondApprovalTouchesNobody(Database db) {
        with(db, house -> {
            var id = house.confirmed("Otter Plumbing Ltd");
            var once = house.recipients.review(RecipientFixtures.ONE, id, "Seen");
            var twice = house.recipients.review(RecipientFixtures.ONE, id, "Seen, and pressed twice");
            house.proposals.approve(RecipientFixtures.ANOTHER, once, "Seen");
            var first = joins(
                    house,
                    house.colleagues.of(RecipientFixtures.ONE, id).getFirst().id());

            assertThat(catchThrowableOfType(
                                    Mistake.class,
                                    () -> house.proposals.approve(RecipientFixtures.ANOTHER, twice, "Seen"))
                            .faults())
                    .containsExactly(Fault.at("", "recipient-state"));
            assertThat(house.identity.letsIn(name(first), PASSPHRASE)).isTrue();
        });
    }

    /** Whoever is let in and kept out at one moment is either in the list or has no account that is open. */
    @OnBothDatabases
    void nobodyKeepsAnAccountThatNobodySees(Database db) throws Exception {
        var live = new FixedClock(clock.instant());
        var first = new AtomicReference<Actor.RecipientUser>();
        with(db, house -> first.set(first(house)));
        for (var round = 0; round < 12; round++) {
            var name = "racer" + round;
            var invited = db.call(em -> invited(new RecipientFixtures(new Sql(em), live), first.get(), name));
            var username = "racer-" + invited.id();
            var prepared = db.call(em -> new RecipientFixtures(new Sql(em), live)
                            .identity.learners.prepare("Racer", username, PASSPHRASE))
                    .orElseThrow();
            try (var threads = Executors.newFixedThreadPool(2)) {
                var comes = threads.submit(() -> db.call(
                        em -> new RecipientFixtures(new Sql(em), live).taking.join(invited.id(), "Racer", prepared)));
                var goes = threads.submit(() -> db.call(
                        em -> new RecipientFixtures(new Sql(em), live).colleagues.end(first.get(), invited.id())));
                comes.get();
                goes.get();
            }
            with(db, house -> {
                var seen = house.colleagues.of(first.get()).stream()
                        .anyMatch(one -> one.id().equals(invited.id()));
                assertThat(house.identity.letsIn(username, PASSPHRASE)).as(name).isEqualTo(seen);
            });
        }
    }

    @OnBothDatabases
    void recipientsAreFoundByPartsOfTheirNameWhileTheyAreApproved(Database db) {
        with(db, house -> {
            var mark = "Zzyx" + ThreadLocalRandom.current().nextInt(1_000_000);
            var one = house.approved("Dŵr a’r " + mark + " Cyf");
            house.confirmed("Waits " + mark);

            assertThat(house.recipients.search("dwr " + mark.toLowerCase(Locale.ROOT), 5))
                    .extracting(Recipient::id)
                    .containsExactly(one.id());
            assertThat(house.recipients.search(mark, 5)).hasSize(1);
            assertThat(house.recipients.search("%", 5)).isEmpty();

            house.recipients.end(RecipientFixtures.ONE, one.id(), "Dissolved");
            assertThat(house.recipients.search(mark, 5)).isEmpty();
            assertThat(house.names.of(List.of(one.id().toString(), "no name of any")))
                    .as("for what stands in the ledger")
                    .containsValue("Dŵr a’r " + mark + " Cyf");
        });
    }

    private Actor.RecipientUser first(RecipientFixtures house) {
        var recipient = house.approved("Otter Plumbing Ltd");
        return joins(
                house,
                house.colleagues
                        .of(RecipientFixtures.ONE, recipient.id())
                        .getFirst()
                        .id());
    }

    /** They are invited at their organisation's domain. */
    private static Colleague invited(RecipientFixtures house, Actor.RecipientUser by, String name) {
        var address = at(by, house, name);
        assertThat(house.colleagues.invite(by, address, Locale.UK)).isInstanceOf(ColleagueOutcome.Invited.class);
        return house.colleagues.of(by).stream()
                .filter(one -> one.email().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private Actor.RecipientUser joins(RecipientFixtures house, UUID invitation) {
        var code = house.mail.invitation(invitation).orElseThrow().code();
        var username = "otter-" + invitation;
        var choice = new BecomingColleague.Choice("Olwen Otter", username, PASSPHRASE);
        var outcome = (ColleagueOutcome.Joined) house.becoming.join(somebody(), invitation, code, choice);
        names.put(outcome.welcome().account(), username);
        last = outcome.welcome();
        return (Actor.RecipientUser) outcome.welcome().actor();
    }

    private String name(Actor.RecipientUser who) {
        return Optional.ofNullable(names.get(who.account())).orElseThrow();
    }

    private static ColleagueOutcome tries(RecipientFixtures house, UUID invitation, String code) {
        var choice = new BecomingColleague.Choice("Ann", "ann-" + UUID.randomUUID(), PASSPHRASE);
        return house.becoming.join(somebody(), invitation, code, choice);
    }

    private static EmailAddress at(Actor.RecipientUser who, RecipientFixtures house, String name) {
        return new EmailAddress(name + "@" + house.colleagues.own(who).domain());
    }

    private static Actor.Checker somebody() {
        return new Actor.Checker("", "", UUID.randomUUID().toString());
    }

    private record Entry(String actor, String organisation, String reason) {}

    /** What the ledger has of this kind about one invitation or one who came by it. */
    private static List<Entry> ledger(RecipientFixtures house, String what, UUID about) {
        return house.sql.rows(
                "select actor_kind, organisation, reason from ledger_entry where what = ? and about = ?",
                row -> new Entry(row.text("actor_kind"), row.text("organisation"), row.text("reason")),
                List.of(what, about));
    }
}
