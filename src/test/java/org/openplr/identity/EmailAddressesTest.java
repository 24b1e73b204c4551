package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.LedgerEntry;
import org.openplr.party.Actor;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class EmailAddressesTest {
    private static final EmailAddress HOME = new EmailAddress("home@example.org");
    private static final EmailAddress WORK = new EmailAddress("work@example.org");
    private static final Locale WELSH = Locale.of("cy");

    private final FixedClock clock = FixedClock.at("2026-11-24T09:30:00Z");

    @OnBothDatabases
    void anAddressCountsOnceItsCodeWasTyped(Database db) {
        var mari = someone(db);

        assertThat(ask(db, mari, HOME)).isInstanceOf(AddressOutcome.CodeSent.class);
        assertThat(box(db, mari)).isEmpty();
        assertThat(confirm(db, mari, code(db, mari))).isInstanceOf(AddressOutcome.Confirmed.class);

        assertThat(box(db, mari)).singleElement().satisfies(box -> {
            assertThat(box.address()).isEqualTo(HOME);
            assertThat(box.language()).isEqualTo(WELSH);
            assertThat(box.since()).isEqualTo(clock.instant());
        });
        assertThat(confirm(db, mari, "000000")).as("used once").isInstanceOf(AddressOutcome.Over.class);
    }

    @OnBothDatabases
    void whetherOthersUseItTooIsNotTold(Database db) {
        var mari = someone(db);
        var other = someone(db);

        for (var each : List.of(mari, other)) {
            assertThat(ask(db, each, HOME)).isInstanceOf(AddressOutcome.CodeSent.class);
            assertThat(confirm(db, each, code(db, each))).isInstanceOf(AddressOutcome.Confirmed.class);
        }

        assertThat(box(db, mari)).hasSize(1);
        assertThat(box(db, other)).hasSize(1);
    }

    @OnBothDatabases
    void aCodeEndsAfterTenMinutesAndAfterFiveWrongTries(Database db) {
        var mari = someone(db);
        ask(db, mari, HOME);
        var late = code(db, mari);
        clock.forward(Duration.ofMinutes(10));
        assertThat(confirm(db, mari, late)).isInstanceOf(AddressOutcome.Over.class);

        ask(db, mari, HOME);
        var code = code(db, mari);
        for (var left = 4; left > 0; left--)
            assertThat(confirm(db, mari, wrong(code))).isEqualTo(new AddressOutcome.WrongCode(left));
        assertThat(confirm(db, mari, wrong(code))).isInstanceOf(AddressOutcome.Over.class);
        assertThat(confirm(db, mari, code)).isInstanceOf(AddressOutcome.Over.class);
        assertThat(box(db, mari)).isEmpty();
    }

    @OnBothDatabases
    void aNewCodeTakesThePlaceOfTheOneBefore(Database db) {
        var mari = someone(db);
        ask(db, mari, HOME);
        var first = code(db, mari);
        ask(db, mari, WORK);
        var second = code(db, mari);

        assertThat(confirm(db, mari, first.equals(second) ? wrong(second) : first))
                .isInstanceOf(AddressOutcome.WrongCode.class);
        assertThat(confirm(db, mari, " " + second.substring(0, 3) + " " + second.substring(3)))
                .isInstanceOf(AddressOutcome.Confirmed.class);
        assertThat(box(db, mari)).extracting(Mailbox::address).containsExactly(WORK);
    }

    @OnBothDatabases
    void fiveCodesAnHourAreEnough(Database db) {
        var mari = someone(db);
        for (var i = 0; i < 5; i++) assertThat(ask(db, mari, HOME)).isInstanceOf(AddressOutcome.CodeSent.class);

        assertThat(ask(db, mari, HOME)).isInstanceOf(AddressOutcome.TooMany.class);
        clock.forward(Duration.ofMinutes(61));
        assertThat(ask(db, mari, HOME)).isInstanceOf(AddressOutcome.CodeSent.class);
    }

    @OnBothDatabases
    void whoeverChangesOrRemovesItLeavesAnEventForTheOldAddress(Database db) {
        var mari = someone(db);
        ask(db, mari, HOME);
        confirm(db, mari, code(db, mari));
        ask(db, mari, WORK);
        confirm(db, mari, code(db, mari));
        db.run(em -> IdentityFixtures.emails(em, clock).remove(mari));
        assertThat(box(db, mari)).isEmpty();

        var left = events(db, mari).stream()
                .filter(e -> List.of("account.email-changed", "account.email-removed")
                        .contains(e.what()))
                .map(e -> e.about().orElseThrow())
                .map(id -> db.call(em -> mailboxes(new Sql(em)).former(id).orElseThrow()))
                .map(Mailbox::address)
                .toList();
        assertThat(left).containsExactlyInAnyOrder(HOME, WORK);

        db.run(em -> mailboxes(new Sql(em)).forgetFormer(clock.instant().plusSeconds(1)));
        for (var event : events(db, mari)) assertThat(former(db, event)).isEmpty();
    }

    @OnBothDatabases
    void theLedgerAndTheTableHoldNoAddressAndNoCode(Database db) {
        var mari = someone(db);
        ask(db, mari, HOME);
        var code = code(db, mari);
        confirm(db, mari, wrong(code));
        confirm(db, mari, code);

        assertThat(events(db, mari).toString()).doesNotContain(HOME.text()).doesNotContain(code);
        var kept = db.call(em -> new Sql(em)
                .rows(
                        "select * from identity_email_code where account_id = ?",
                        row -> row.text("id") + row.text("address") + row.text("pepper_key"),
                        List.of(mari.account())));
        assertThat(kept.toString()).doesNotContain(code).doesNotContain(HOME.text());
    }

    @OnBothDatabases
    void twentyTriesAtOnceAreNeverMoreThanFiveChecked(Database db) throws Exception {
        var mari = someone(db);
        ask(db, mari, HOME);
        var wrong = wrong(code(db, mari));
        Callable<AddressOutcome> tries = () -> confirm(db, mari, wrong);

        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var done : threads.invokeAll(Collections.nCopies(20, tries)))
                assertThat(done.get()).isNotInstanceOf(AddressOutcome.Confirmed.class);
        }

        assertThat(events(db, mari).stream().filter(e -> e.reason().equals("wrong-code")))
                .hasSize(5);
    }

    @OnBothDatabases
    void twoClicksAtOnceAskOnceEach(Database db) throws Exception {
        var mari = someone(db);
        Callable<AddressOutcome> click = () -> ask(db, mari, HOME);

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, click)))
                assertThat(done.get()).isInstanceOf(AddressOutcome.CodeSent.class);
        }
    }

    private Optional<Mailbox> former(Database db, LedgerEntry event) {
        return db.call(em -> mailboxes(new Sql(em)).former(event.about().orElseThrow()));
    }

    private Actor.Learner someone(Database db) {
        var name = IdentityFixtures.someName();
        var account = IdentityFixtures.learner(name, "a long password");
        return db.call(em -> {
            IdentityFixtures.accounts(em, clock).open(account);
            var id = new Sql(em)
                    .rows("select id from identity_account where username_key = ?", row -> row.id("id"), List.of(name))
                    .getFirst();
            return new Actor.Learner(id, Objects.requireNonNull(account.uln()));
        });
    }

    private AddressOutcome ask(Database db, Actor.Learner who, EmailAddress address) {
        return db.call(em -> IdentityFixtures.emails(em, clock).ask(who, address, WELSH));
    }

    private AddressOutcome confirm(Database db, Actor.Learner who, String code) {
        return db.call(em -> IdentityFixtures.emails(em, clock).confirm(who, code));
    }

    private List<Mailbox> box(Database db, Actor.Learner who) {
        return db.call(em -> mailboxes(new Sql(em)).ofLearner(who.uln()));
    }

    /** As the message that goes out has it. */
    private String code(Database db, Actor.Learner who) {
        return db.call(em -> {
            var id = new Sql(em)
                    .rows(
                            "select id from identity_email_code where account_id = ?",
                            row -> row.id("id"),
                            List.of(who.account()))
                    .getFirst();
            return mailboxes(new Sql(em)).code(id).orElseThrow().code();
        });
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private List<LedgerEntry> events(Database db, Actor.Learner who) {
        return db.call(em -> AuditFixtures.ledger(em, clock)
                .activity(Set.of(who.uln()), Optional.empty(), 200)
                .entries());
    }

    private Mailboxes mailboxes(Sql sql) {
        return IdentityFixtures.mailboxes(sql, clock);
    }
}
