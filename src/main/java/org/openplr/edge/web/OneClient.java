package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
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

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private @Nullable ApiClient client;

    /** The id at once: lists of a page are read before Faces has passed the address on. */
    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
    }

    /** Says that there is no such page where the address names no system of theirs. */
    public void load() throws IOException {
        if (known().isEmpty()) answer.notFound();
    }

    /** Whether there is such a system: what depends on it is left out of a page where there is not. */
    public boolean isThere() {
        return known().isPresent();
    }

    Optional<ApiClient> known() {
        if (client == null)
            client = OneShare.uuid(id)
                    .flatMap(found -> clients.find(visitor.organisationUser(), found))
                    .orElse(null);
        return Optional.ofNullable(client);
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
        return known().orElseThrow(Mistake::notFound);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
