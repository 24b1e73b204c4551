package org.openplr.edge.web;

import jakarta.inject.Inject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.ApiClient;
import org.openplr.identity.ApiClients;
import org.openplr.identity.ClientOutcome;
import org.openplr.platform.Mistake;

/** What every page about one system does first: finds it among one's own, or says there is no such page. */
abstract class OneClient {
    @Inject
    protected ApiClients clients;

    @Inject
    protected Visitor visitor;

    @Inject
    protected Faults faults;

    @Inject
    protected Answer answer;

    private String id = "";
    private @Nullable ApiClient client;

    /** Finds the system of the address. */
    public void load() throws IOException {
        client = OneShare.uuid(id)
                .flatMap(found -> clients.find(visitor.organisationUser(), found))
                .orElse(null);
        if (client == null) answer.notFound();
    }

    /** Goes back to the system's page and says what was done; or says that there is no such page. */
    void told(ClientOutcome outcome, String done) throws IOException {
        switch (outcome) {
            case ClientOutcome.Done now ->
                answer.redirect("/organisation/client?id=" + now.client().id() + "&done=" + done);
            case ClientOutcome.NotFound _, ClientOutcome.NotAllowed _ -> answer.notFound();
            case ClientOutcome.TooMany _ -> faults.at("", "client.too-many-keys");
        }
    }

    public ApiClient getClient() {
        var found = client;
        if (found == null) throw Mistake.notFound();
        return found;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
