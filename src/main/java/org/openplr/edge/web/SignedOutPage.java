package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.openplr.edge.web.oidc.Provider;
import org.openplr.edge.web.oidc.Providers;
import org.openplr.platform.Settings;

/**
 * Signed out here; whoever came by a provider goes there to sign out too (OpenID Connect RP-Initiated Logout 1.0). By a
 * header of this page and not as the answer of the form: a form may lead nowhere but here. Which provider, and the token by
 * which it knows whom, is in a cookie of one minute that this page takes away: nobody is sent there by an address.
 */
@Named
@RequestScoped
public class SignedOutPage {
    static final String COOKIE = "openplr-leaving";
    static final Duration WITHIN = Duration.ofMinutes(1);

    @Inject
    private Providers providers;

    @Inject
    private Settings settings;

    @Inject
    private Languages language;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private boolean closed;
    private String there = "";
    private String name = "";

    /** Finds the place, and sends the browser on. */
    public void load() {
        var leaving = Cookies.read(request, COOKIE, settings.secure()).orElse("");
        if (leaving.isEmpty()) return;
        Cookies.write(answer.response(HttpServletResponse.class), COOKIE, "", Duration.ZERO, settings.secure());
        var parts = leaving.split("\\.", 2);
        providers.find(parts[0]).ifPresent(provider -> lead(provider, parts.length < 2 ? "" : parts[1]));
    }

    private void lead(Provider provider, String token) {
        name = provider.name(language.isWelsh());
        place(provider, token).ifPresent(place -> {
            there = place.toString();
            answer.header("Refresh", "0; url=" + there);
        });
    }

    private Optional<URI> place(Provider provider, String token) {
        return provider.signOut(URI.create(settings.link("/signed-out")), token);
    }

    /** Whether the account was closed, and is not only left for now. */
    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean closed) {
        this.closed = closed;
    }

    /** Where to sign out of the provider too, or empty. */
    public String getThere() {
        return there;
    }

    public String getName() {
        return name;
    }
}
