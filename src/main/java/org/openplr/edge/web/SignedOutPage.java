package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.edge.web.oidc.Provider;
import org.openplr.edge.web.oidc.Providers;
import org.openplr.platform.Settings;

/**
 * Signed out here; whoever came by a provider goes there to sign out too (OpenID Connect RP-Initiated Logout 1.0). By a
 * header of this page and not as the answer of the form: a form may lead nowhere but here.
 */
@Named
@RequestScoped
public class SignedOutPage {
    @Inject
    private Providers providers;

    @Inject
    private Settings settings;

    @Inject
    private Languages language;

    @Inject
    private Answer answer;

    private String provider = "";
    private @Nullable URI there;

    /** Finds the place, and sends the browser on. */
    public void load() {
        found().flatMap(one -> one.signOut(URI.create(settings.link("/signed-out"))))
                .ifPresent(place -> {
                    there = place;
                    answer.header("Refresh", "0; url=" + place);
                });
    }

    private Optional<Provider> found() {
        return providers.find(provider);
    }

    /** Where to sign out of the provider too, or empty. */
    public String getThere() {
        return there == null ? "" : there.toString();
    }

    public String getName() {
        return found().map(one -> one.name(language.isWelsh())).orElse("");
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider;
    }
}
