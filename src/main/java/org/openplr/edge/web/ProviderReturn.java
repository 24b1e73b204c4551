package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Objects;
import org.openplr.claim.Claims;
import org.openplr.claim.OnlineClaim;
import org.openplr.edge.web.ProviderTrouble.Kind;
import org.openplr.edge.web.oidc.Provider;
import org.openplr.edge.web.oidc.Redeemed;
import org.openplr.edge.web.oidc.Unreachable;
import org.openplr.identity.ProvenIdentity;
import org.openplr.identity.ProviderIdentity;
import org.openplr.identity.ProviderOutcome;
import org.openplr.identity.ProviderSignIn;
import org.openplr.identity.ProviderVisit;
import org.openplr.identity.ProviderVisits;
import org.openplr.platform.Mistake;
import org.openplr.platform.Settings;

/** A browser comes back from a provider: where it goes then. Its address with the code in it is never a page. */
@RequestScoped
public class ProviderReturn {
    static final String COOKIE = "openplr-provider";
    static final Duration LONGEST = Duration.ofHours(1);

    @Inject
    private ProviderVisits visits;

    @Inject
    private ProviderSignIn signIn;

    @Inject
    private Claims claims;

    @Inject
    private SessionCookie cookie;

    @Inject
    private Visitor visitor;

    @Inject
    private Client client;

    @Inject
    private Settings settings;

    /** Where to go. */
    String with(Provider provider, HttpServletRequest request, HttpServletResponse response) {
        var secret = Cookies.read(request, COOKIE, settings.secure()).orElse("");
        if (!same(ProviderVisit.stateOf(secret), text(request, "state")))
            return ProviderTrouble.place(Kind.AGAIN, provider);
        Cookies.write(response, COOKIE, "", Duration.ZERO, settings.secure());
        var visit = visits.end(secret)
                .filter(v -> v.provider().equals(provider.settings().id()));
        try {
            if (visit.isEmpty()) return ProviderTrouble.place(Kind.AGAIN, provider);
            if (provider.isFromAnother(request.getParameter("iss")))
                return refused(Kind.ODD, provider, "provider-issuer");
            var error = text(request, "error");
            if (!error.isEmpty()) return refused(Kind.ofError(error), provider, "provider-error");
            return redeemed(provider, visit.get(), text(request, "code"), response);
        } catch (Unreachable silent) {
            return refused(Kind.SILENT, provider, "provider-silent");
        }
    }

    private String redeemed(Provider provider, ProviderVisit visit, String code, HttpServletResponse response)
            throws Unreachable {
        return switch (provider.redeem(visit, code)) {
            case Redeemed.Known(var who) -> known(provider, visit, who, response);
            case Redeemed.Faulty(var fault) -> refused(Kind.of(fault), provider, fault.reason());
            case Redeemed.Stale() -> refused(Kind.AGAIN, provider, "provider-code");
        };
    }

    private String known(Provider provider, ProviderVisit visit, ProviderIdentity who, HttpServletResponse response) {
        if (visit.purpose() != ProviderVisit.Purpose.SIGN_IN && !isTheirs(visit))
            return refused(Kind.AGAIN, provider, "provider-state");
        return switch (outcome(provider, visit, who)) {
            case ProviderOutcome.Entered(var welcome) -> {
                signIn.begun(cookie.begin(welcome, response), who);
                yield SignInPage.destination(visit.next(), welcome.actor());
            }
            case ProviderOutcome.Proved(var secret) -> {
                cookie.renew(secret, response);
                yield SignInPage.destination(visit.next(), visitor.session().actor());
            }
            case ProviderOutcome.Bound() -> "/account/?done=provider-added";
            case ProviderOutcome.Refused(var why) ->
                why == ProviderOutcome.Why.UNKNOWN && who.proven().isPresent()
                        ? newcomer(provider, visit, who, who.proven().get(), response)
                        : ProviderTrouble.place(Kind.of(why), provider);
        };
    }

    /** Somebody who has no account here, but a proven identity: the record that is theirs, if that is certain. */
    private String newcomer(
            Provider provider,
            ProviderVisit visit,
            ProviderIdentity who,
            ProvenIdentity identity,
            HttpServletResponse response) {
        return switch (claims.byProvenIdentity(identity)) {
            case OnlineClaim.Claimed _ -> known(provider, visit, who.withoutIdentity(), response);
            case OnlineClaim.AskDesk _ -> ProviderTrouble.place(Kind.DESK, provider);
            case OnlineClaim.NeedSharedSecret _ -> ProviderTrouble.place(Kind.SECRET, provider);
            case OnlineClaim.AlreadyClaimed _ -> ProviderTrouble.place(Kind.CLAIMED, provider);
            case OnlineClaim.Busy _ -> ProviderTrouble.place(Kind.WAIT, provider);
        };
    }

    private ProviderOutcome outcome(Provider provider, ProviderVisit visit, ProviderIdentity who) {
        try {
            return switch (visit.purpose()) {
                case SIGN_IN -> signIn.enter(provider.settings(), who, client.digest());
                case BIND -> signIn.bind(provider.settings(), visitor.session(), who);
                case PROVE -> signIn.prove(provider.settings(), visitor.session(), who, visit);
            };
        } catch (Mistake faster) {
            return new ProviderOutcome.Refused(ProviderOutcome.Why.TAKEN);
        }
    }

    /** Whether it is still the same person in front of this browser who set out. */
    private boolean isTheirs(ProviderVisit visit) {
        return visitor.isSignedIn() && visitor.session().account().equals(visit.account());
    }

    private String refused(Kind kind, Provider provider, String reason) {
        signIn.refused(reason, client.digest());
        return ProviderTrouble.place(kind, provider);
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
