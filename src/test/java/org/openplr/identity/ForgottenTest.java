package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openplr.identity.IdentityFixtures.PASSPHRASE;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openplr.audit.AuditFixtures;
import org.openplr.identity.Forgotten.Known;
import org.openplr.identity.IdentityFixtures.House;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerFixtures;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;
import org.openplr.testing.AuthenticatorApp;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Whoever forgot their passphrase. */
class ForgottenTest {
    private static final String FRESH = "heron weir lantern marlstone";

    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");
    private final String name = IdentityFixtures.someName();

    /** A learner with an account and a confirmed address. */
    private Learner someone(EntityManager em, House house) {
        var learner = LearnerFixtures.registered(em);
        house.accounts.open(
                new NewAccount(AccountKind.LEARNER, name, PASSPHRASE, learner.uln(), null, Set.of(Role.LEARNER)));
        new MailboxRows(house.sql)
                .put(new Mailbox(
                        house.accounts.find(name).orElseThrow().id(),
                        new EmailAddress(name + "@example.org"),
                        Locale.UK,
                        clock.instant()));
        return learner;
    }

    private String begun(House house, String username) {
        return ((ForgottenOutcome.Next) house.forgotten.begin(username, name)).ticket();
    }

    /** What the message says; empty where none was sent. */
    private Optional<String> code(EntityManager em) {
        var mailboxes = IdentityFixtures.mailboxes(new Sql(em), clock);
        return AuditFixtures.ledger(em, clock).activity(Set.of(ulnOf(em)), Optional.empty(), 50).entries().stream()
                .filter(entry -> entry.what().equals("account.passphrase-forgotten"))
                .findFirst()
                .flatMap(entry -> entry.about())
                .flatMap(mailboxes::forgotten)
                .map(Mailboxes.CodeMail::code);
    }

    private Uln ulnOf(EntityManager em) {
        var account = IdentityFixtures.accounts(em, clock).find(name).orElseThrow();
        return Objects.requireNonNull(account.uln());
    }

    private static Known known(String code, LocalDate born) {
        return new Known(code, born, "");
    }

    @OnBothDatabases
    void theCodeOfTheMessageAndTheDateOfBirthGiveANewPassphraseAndEndEverySession(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var learner = someone(em, house);
            var open = house.begin((Welcome) house.signIn.first(name, PASSPHRASE, name));
            var ticket = begun(house, " " + name.toUpperCase(Locale.ROOT));

            var proved = house.forgotten.prove(ticket, known(code(em).orElseThrow(), learner.dateOfBirth()), name);

            assertThat(house.forgotten.waits(ticket)).as("once").isFalse();
            var next = ((ForgottenOutcome.Next) proved).ticket();
            assertThat(house.choice.waits(next)).isTrue();
            assertThatThrownBy(() -> house.choice.choose(next, "password1234")).isInstanceOf(Mistake.class);
            assertThat(house.choice.choose(next, FRESH)).isEqualTo(new ForgottenOutcome.Changed());
            assertThat(house.choice.choose(next, FRESH)).as("once").isEqualTo(new ForgottenOutcome.Over());
            assertThat(house.sessions.find(open)).isEmpty();
            assertThat(house.signIn.first(name, PASSPHRASE, name)).isEqualTo(new SignInOutcome.Refused());
            assertThat(house.signIn.first(name, FRESH, name)).isInstanceOf(Welcome.class);
        });
    }

    @OnBothDatabases
    void whereThereIsAnAppTheDateOfBirthIsNotEnough(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var learner = someone(em, house);
            var session = house.session(house.begin((Welcome) house.signIn.first(name, PASSPHRASE, name)));
            var app = new AuthenticatorApp(house.secondStep.begin(session).secret());
            house.proved(house.secondStep.confirm(session, app.code(clock.instant(), 0), name));
            clock.forward(Totp.STEP);
            var ticket = begun(house, name);
            var code = code(em).orElseThrow();

            assertThat(house.forgotten.prove(ticket, known(code, learner.dateOfBirth()), name))
                    .isEqualTo(new ForgottenOutcome.Refused());
            assertThat(house.forgotten.prove(ticket, new Known(wrong(code), null, app.code(clock.instant(), 0)), name))
                    .as("the app's code is not spent by a wrong code of the message")
                    .isEqualTo(new ForgottenOutcome.Refused());
            assertThat(house.forgotten.prove(ticket, new Known(code, null, app.code(clock.instant(), 0)), name))
                    .isInstanceOf(ForgottenOutcome.Next.class);
        });
    }

    @OnBothDatabases
    void anUnknownNameAndAnAccountWithoutAnAddressGetTheSameAnswers(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            house.someone(name);
            for (var username : new String[] {name, "nobody-" + name, "x".repeat(9_999)}) {
                var ticket = begun(house, username);

                assertThat(house.forgotten.waits(ticket)).isTrue();
                for (var i = 0; i < Tickets.TRIES; i++)
                    assertThat(house.forgotten.prove(ticket, known("000000", LocalDate.EPOCH), name))
                            .isEqualTo(new ForgottenOutcome.Refused());
                assertThat(house.forgotten.prove(ticket, known("000000", LocalDate.EPOCH), name))
                        .isEqualTo(new ForgottenOutcome.Over());
            }
        });
    }

    @OnBothDatabases
    void aTicketIsOverAfterAQuarterOfAnHourAndItsCodeToo(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var learner = someone(em, house);
            var ticket = begun(house, name);
            var code = code(em).orElseThrow();
            clock.forward(Duration.ofMinutes(15));

            assertThat(code(em)).isEmpty();
            assertThat(house.forgotten.prove(ticket, known(code, learner.dateOfBirth()), name))
                    .isEqualTo(new ForgottenOutcome.Over());
        });
    }

    @OnBothDatabases
    void theSecondFactIsTriedTenTimesADayAndOnlyByWhoeverReadsTheMail(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            var learner = someone(em, house);
            var wrongBirth = learner.dateOfBirth().plusDays(1);
            for (var i = 0; i < ForgottenLimits.FACTS; i++) {
                var ticket = ((ForgottenOutcome.Next) house.forgotten.begin(name, "stranger-" + i)).ticket();
                var code = code(em).orElseThrow();
                assertThat(house.forgotten.prove(ticket, known(wrong(code), wrongBirth), "stranger"))
                        .isEqualTo(new ForgottenOutcome.Refused());
                assertThat(house.forgotten.prove(ticket, known(code, wrongBirth), "stranger"))
                        .isEqualTo(new ForgottenOutcome.Refused());
            }
            var ticket = begun(house, name);

            assertThat(house.forgotten.prove(ticket, known(code(em).orElseThrow(), learner.dateOfBirth()), name))
                    .isEqualTo(new ForgottenOutcome.Refused());
        });
    }

    @OnBothDatabases
    void aClientAsksThreeTimesAnHourForOneName(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            someone(em, house);
            for (var i = 0; i < ForgottenLimits.ASKED_FOR_ONE; i++) begun(house, name);

            assertThat(house.forgotten.begin(name, name)).isInstanceOf(ForgottenOutcome.Throttled.class);
            assertThat(house.forgotten.begin(name, "elsewhere")).isInstanceOf(ForgottenOutcome.Next.class);
        });
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}
