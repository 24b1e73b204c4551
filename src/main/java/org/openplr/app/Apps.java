package org.openplr.app;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.identity.ApiClient;
import org.openplr.identity.ApiClients;
import org.openplr.identity.AppClients;
import org.openplr.identity.ClientOutcome;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/** The apps of organisations: registered by the super users who look after their systems. */
@Service
public class Apps {
    private final ApiClients clients;
    private final AppClients apps;
    private final AppRows rows;
    private final Organisations organisations;

    @Inject
    Apps(ApiClients clients, AppClients apps, AppRows rows, Organisations organisations) {
        this.clients = clients;
        this.apps = apps;
        this.rows = rows;
        this.organisations = organisations;
    }

    /**
     * Registers one, with its first key where it has one.
     *
     * @throws org.openplr.platform.Mistake UNPROCESSABLE with every fault of what was typed
     */
    public ClientOutcome register(Actor.OrganisationUser who, NewApp wanted) {
        wanted.insist();
        var outcome = clients.make(who, wanted.client());
        if (outcome instanceof ClientOutcome.Done done)
            rows.register(done.client().id(), new AppRows.Registration(wanted.purpose(), wanted.redirects()));
        return outcome;
    }

    /** Where an app of their own takes learners back; none of what is no app. */
    public List<String> redirects(ApiClient own) {
        return registration(own.id()).map(AppRows.Registration::redirects).orElse(List.of());
    }

    /** The app of this name. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<App> find(String clientId) {
        return apps.find(clientId)
                .flatMap(client -> registration(client.id())
                        .map(as -> new App(client, organisation(client), as.purpose(), as.redirects())));
    }

    /** Whether it is neither suspended nor over. */
    boolean works(App app) {
        return apps.works(app.client());
    }

    private Optional<AppRows.Registration> registration(UUID client) {
        return rows.registration(client);
    }

    private String organisation(ApiClient client) {
        return organisations
                .find(client.organisation())
                .map(Organisation::name)
                .orElse(client.organisation().digits());
    }
}
