package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.ApiClient;
import org.openplr.platform.Mistake;

/** Ending a key of a system: one page that asks once. */
@Named
@RequestScoped
public class EndKeyPage extends OneClient {
    private String key = "";
    private ApiClient.@Nullable Key found;

    @Override
    public void load() throws IOException {
        found = known().stream()
                .flatMap(client -> client.keys().stream())
                .filter(one -> one.id().toString().equals(key))
                .findFirst()
                .orElse(null);
        if (found == null) answer.notFound();
    }

    public void end() throws IOException {
        told(
                clients.endKey(
                        visitor.organisationUser(), getClient().id(), getFound().id()),
                "key-ended");
    }

    public ApiClient.Key getFound() {
        var known = found;
        if (known == null) throw Mistake.notFound();
        return known;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
