package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import org.openplr.edge.web.oidc.Provider;
import org.openplr.edge.web.oidc.Providers;
import org.openplr.identity.ProviderOutcome;
import org.openplr.identity.TokenFault;

/** Signing in with a provider came to nothing: what that means, and what helps. It names nobody and nothing of anybody. */
@Named
@RequestScoped
public class ProviderTrouble {
    static final String PAGE = "/sign-in-with-refused";

    /** What there is to say; the words are under {@code provider.<name>.…}. */
    enum Kind {
        /** They, or the provider for them, said no. */
        DECLINED,
        /** It is down. */
        SILENT,
        /** Too many set out from there. */
        WAIT,
        /** Too old, used before, or begun in another window or browser. */
        AGAIN,
        /** It knows them, but not surely enough. */
        TRUST,
        /** It sent what cannot be taken; nothing that a person did. */
        ODD,
        UNKNOWN,
        /** It has proved who they are, and no record is certainly theirs. */
        DESK,
        /** One may be theirs: an activation code decides it. */
        SECRET,
        /** Somebody signs in to their record already. */
        CLAIMED,
        NOT_THEIRS,
        ONE_FACTOR,
        TAKEN,
        NOT_PROVED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Kind of(TokenFault fault) {
            return switch (fault) {
                case NONCE, EXPIRED, REPLAYED -> AGAIN;
                case TRUST -> TRUST;
                case MALFORMED, TYPE, ALGORITHM, SIGNATURE, ISSUER, AUDIENCE, NOT_YET, SUBJECT -> ODD;
            };
        }

        static Kind of(ProviderOutcome.Why why) {
            return switch (why) {
                case UNKNOWN -> UNKNOWN;
                case NOT_THEIRS -> NOT_THEIRS;
                case ONE_FACTOR -> ONE_FACTOR;
                case TAKEN -> TAKEN;
                case NOT_PROVED -> NOT_PROVED;
            };
        }

        /** What an error of the authorization endpoint means (RFC 6749, 4.1.2.1; OpenID Connect Core, 3.1.2.6). */
        static Kind ofError(String error) {
            return switch (error) {
                case "access_denied" -> DECLINED;
                case "temporarily_unavailable", "server_error" -> SILENT;
                case "login_required", "interaction_required", "consent_required", "session_expired" -> AGAIN;
                default -> ODD;
            };
        }
    }

    @Inject
    private Providers providers;

    @Inject
    private Languages language;

    @Inject
    private Words words;

    @Inject
    private Visitor visitor;

    private String why = "";
    private String provider = "";

    static String place(Kind kind, Provider provider) {
        return PAGE + "?why=" + kind.code() + "&provider=" + provider.settings().id();
    }

    private Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.code().equals(why))
                .findFirst()
                .orElse(Kind.AGAIN);
    }

    public String getTitle() {
        return words.of("provider." + kind().code() + ".title", getName());
    }

    public String getText() {
        return words.of("provider." + kind().code() + ".text", getName());
    }

    /** What helps. */
    public String getHelp() {
        return words.of("provider." + kind().code() + ".help", getName());
    }

    private String getName() {
        return providers
                .find(provider)
                .map(one -> one.name(language.isWelsh()))
                .orElseGet(() -> words.of("provider.some"));
    }

    /** Where to begin again. */
    public String getAgain() {
        return visitor.isSignedIn() ? "/account/" : "/sign-in";
    }

    public String getAgainText() {
        return words.of(visitor.isSignedIn() ? "provider.account" : "provider.sign-in");
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider;
    }
}
