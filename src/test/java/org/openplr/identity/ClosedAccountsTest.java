package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.identity.IdentityFixtures.PASSPHRASE;

import org.openplr.identity.IdentityFixtures.House;
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

            assertThat(new ClosedAccounts(new Sql(em), house.sessions, clock).close(welcome.account()))
                    .isTrue();

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
}
