package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.openplr.learner.SenderNow;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/** Senders are people, while their account is open, and systems, while they are neither suspended nor expired. */
@Service
class SendersNow implements SenderNow {
    private final Accounts accounts;
    private final ClientRows clients;
    private final CountingRoles roles;
    private final InstantSource clock;

    @Inject
    SendersNow(Accounts accounts, ClientRows clients, CountingRoles roles, InstantSource clock) {
        this.accounts = accounts;
        this.clients = clients;
        this.roles = roles;
        this.clock = clock;
    }

    @Override
    public Optional<Actor.OrganisationUser> now(Actor.OrganisationUser sender) {
        return accounts.byId(sender.account())
                .map(Account::actor)
                .or(() -> system(sender))
                .map(roles::of)
                .filter(Actor.OrganisationUser.class::isInstance)
                .map(Actor.OrganisationUser.class::cast)
                .filter(now -> now.organisation().equals(sender.organisation()));
    }

    private Optional<Actor> system(Actor.OrganisationUser sender) {
        return clients.find(sender.account(), sender.organisation())
                .filter(client -> !client.suspended()
                        && !client.isApp()
                        && client.expires().isAfter(clock.instant()))
                .map(ApiClient::actor);
    }
}
