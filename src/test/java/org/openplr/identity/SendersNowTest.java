package org.openplr.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import org.openplr.learner.SenderNow;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** In whose name a file is worked off. */
class SendersNowTest {
    private final FixedClock clock = FixedClock.at("2026-11-25T09:30:00Z");

    private SenderNow senders(EntityManager em) {
        var sql = new Sql(em);
        return new SendersNow(
                IdentityFixtures.accounts(em, clock), new ClientRows(sql), IdentityFixtures.roles(em, clock), clock);
    }

    @OnBothDatabases
    void whoStillWorksThereHasTheRolesOfNowAndWhoLeftHasNone(Database db) {
        db.run(em -> {
            var college = new PeopleFixtures(em, clock);
            var clerk = college.signedIn(Role.REGISTRATION_BATCH);
            var sentWithMore = new Actor.OrganisationUser(
                    clerk.account(), college.college, Set.of(Role.REGISTRATION_BATCH, Role.REGISTRATION_SUPER));

            assertThat(senders(em).now(sentWithMore))
                    .hasValueSatisfying(now -> assertThat(now.roles()).containsExactly(Role.REGISTRATION_BATCH));

            sqlClose(em, clerk.account());
            assertThat(senders(em).now(sentWithMore)).isEmpty();
        });
    }

    private void sqlClose(EntityManager em, UUID account) {
        new Sql(em)
                .update(
                        "update identity_account set closed_at = ? where id = ?",
                        java.util.List.of(clock.instant(), account));
    }

    @OnBothDatabases
    void aSystemSendsUntilItIsSuspended(Database db) {
        db.run(em -> {
            var superUser = IdentityFixtures.superUser(em);
            var clients = IdentityFixtures.clients(em, clock);
            var client = ClientsFixtures.made(clients.make(superUser, ClientsFixtures.withSecret(clock.instant())))
                    .client();
            assertThat(senders(em).now(client.actor())).contains(client.actor());

            new ClientRows(new Sql(em)).suspend(client.id(), clock.instant());

            assertThat(senders(em).now(client.actor())).isEmpty();
        });
    }

    @OnBothDatabases
    void nobodyIsNobody(Database db) {
        db.run(em -> {
            var superUser = IdentityFixtures.superUser(em);
            var unknown = new Actor.OrganisationUser(
                    UUID.randomUUID(), superUser.organisation(), Set.of(Role.REGISTRATION_BATCH));
            assertThat(senders(em).now(unknown)).isEmpty();
        });
    }
}
