package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.identity.IdentityFixtures.PASSPHRASE;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openplr.identity.IdentityFixtures.House;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class ClosedAccountsTest {
    private static final String ADDRESS = "192.0.2.1";

    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");
    private final String name = IdentityFixtures.someName();

    @OnBothDatabases
    void tokensEndWithinAMinuteAndTheNameIsFree(Database db) {
        db.run(em -> {
            var house = new House(em, clock);
            house.accounts.open(IdentityFixtures.learner(name, PASSPHRASE));
            var welcome = (Welcome) house.signIn.first(name, PASSPHRASE, name);
            var token = IdentityFixtures.tokens(clock).issue(welcome).token();
            var bearers = IdentityFixtures.bearers(em, clock);
            assertThat(bearers.actor(token, ADDRESS)).isPresent();

            assertThat(closed(new Sql(em), house).close(welcome.account())).isTrue();

            assertThat(IdentityFixtures.bearers(em, clock).actor(token, ADDRESS))
                    .as("where it is not remembered")
                    .isEmpty();
            clock.forward(Bearers.REMEMBERED);
            assertThat(bearers.actor(token, ADDRESS)).isEmpty();
            assertThat(house.signIn.first(name, PASSPHRASE, name)).isEqualTo(new SignInOutcome.Refused());
            assertThat(house.accounts.open(IdentityFixtures.learner(name, PASSPHRASE)))
                    .isTrue();
        });
    }

    @OnBothDatabases
    void nothingThatTheAccountKnewOfItsOwnerStaysButTheAddressUntilItIsTold(Database db) {
        db.run(em -> {
            var sql = new Sql(em);
            var house = new House(em, clock);
            house.accounts.open(IdentityFixtures.learner(name, PASSPHRASE));
            var account = ((Welcome) house.signIn.first(name, PASSPHRASE, name)).account();
            var mailboxes = new MailboxRows(sql);
            var address = new EmailAddress(name + "@example.org");
            mailboxes.put(new Mailbox(account, address, Locale.ENGLISH, clock.instant()));
            assertThat(known(sql, account)).isNotEmpty();
            var owner = new Actor.Learner(account, new Uln("8052553457"));
            var emails = IdentityFixtures.emails(em, clock);
            emails.ask(owner, new EmailAddress("new-" + name + "@example.org"), Locale.ENGLISH);
            assertThat(emails.waiting(owner)).isPresent();

            closed(sql, house).close(account);

            assertThat(known(sql, account)).isEmpty();
            assertThat(mailboxes.of(account)).isEmpty();
            assertThat(emails.waiting(owner))
                    .as("an address that waits for its code")
                    .isEmpty();
            assertThat(mailboxes.former(account).orElseThrow().address()).isEqualTo(address);
            mailboxes.forgetFormer(clock.instant().plusMillis(1));
            assertThat(mailboxes.former(account)).isEmpty();
        });
    }

    private ClosedAccounts closed(Sql sql, House house) {
        return new ClosedAccounts(sql, new WaysIn(sql, house.sessions, clock), new MailboxRows(sql), clock);
    }

    private List<String> known(Sql sql, UUID account) {
        return sql.rows(
                "select username from identity_account where id = ? and username = ?",
                row -> row.text("username"),
                List.of(account, name));
    }
}
