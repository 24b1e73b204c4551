package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.ApiClient;
import org.openplr.identity.ApiClients;

/** The systems of an organisation: for its super users. */
@Named
@RequestScoped
public class ClientsPage {
    @Inject
    private ApiClients clients;

    @Inject
    private Visitor visitor;

    @Inject
    private Answer answer;

    private @Nullable List<ApiClient> all;

    /** For anybody else there is no such page. */
    public void load() throws IOException {
        if (!isAllowed()) answer.notFound();
    }

    /** Whether the one who looks has this page: then others lead to it. */
    public boolean isAllowed() {
        return visitor.isOrganisation() && ApiClients.mayManage(visitor.organisationUser());
    }

    public List<ApiClient> getAll() {
        var known = all;
        if (known == null) {
            known = clients.of(visitor.organisationUser());
            all = known;
        }
        return known;
    }

    /** Those that end within 30 days, or have ended. */
    public List<ApiClient> getEnding() {
        return getAll().stream().filter(clients::endsSoon).toList();
    }

    public boolean ended(ApiClient client) {
        return clients.ended(client);
    }

    /** The end of a message's key: how it stands. */
    public String state(ApiClient client) {
        if (client.suspended()) return "suspended";
        if (clients.ended(client)) return "ended";
        return client.keys().isEmpty() && client.keysAtMost() > 0 ? "no-key" : "works";
    }

    public String stateStyle(ApiClient client) {
        return "works".equals(state(client)) ? "govuk-tag--green" : "govuk-tag--red";
    }
}
