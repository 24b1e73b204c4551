package org.openplr.edge.web.oidc;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openplr.identity.IdTokens;
import org.openplr.identity.ProvenIdentities;
import org.openplr.identity.ProviderSignIn;
import org.openplr.party.Actor;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Settings;

/** The providers that are set. */
@Part
public class Providers {
    private final Settings settings;
    private final Map<String, Provider> all = new LinkedHashMap<>();

    @Inject
    Providers(Settings settings, IdTokens tokens, ProvenIdentities identities, InstantSource clock, Ids ids) {
        this.settings = settings;
        var checks = new Provider.Checks(tokens, identities);
        for (var one : settings.providers()) {
            var back = URI.create(settings.link("/sign-in-with/" + one.id() + "/back"));
            all.put(one.id(), new Provider(one, back, checks, clock, ids));
        }
    }

    /** In the order of the settings. */
    public List<Provider> all() {
        return List.copyOf(all.values());
    }

    public Optional<Provider> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The one that calls itself so. */
    public Optional<Provider> ofIssuer(String issuer) {
        return all.values().stream()
                .filter(provider -> provider.settings().issuer().equals(issuer))
                .findFirst();
    }

    /** Those whose word may open an account of this kind. */
    public List<Provider> of(Actor actor) {
        return all.values().stream()
                .filter(provider -> ProviderSignIn.isFor(provider.settings(), actor))
                .toList();
    }

    /** Our public keys with all of them, a JWK set. */
    public String publicKeys() {
        return ClientKeys.published(settings.providers());
    }
}
