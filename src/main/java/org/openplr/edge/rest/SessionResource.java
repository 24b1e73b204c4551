package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.AccessToken;
import org.openplr.identity.AccessTokens;
import org.openplr.identity.SignIn;
import org.openplr.identity.SignInOutcome;
import org.openplr.identity.Welcome;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Settings;

/** A username and a password for a bearer token of ten minutes. */
@Path("session")
@Consumes("application/json")
@Produces("application/json")
@Needs(Right.SIGN_IN)
public class SessionResource {
    private static final int LONGEST = 256;

    private final SignIn signIn;
    private final AccessTokens tokens;
    private final Caller caller;
    private final boolean off;

    @Inject
    public SessionResource(SignIn signIn, AccessTokens tokens, Caller caller, Settings settings) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.caller = caller;
        this.off = settings.providerForEverybody();
    }

    /**
     * Who wants to sign in.
     *
     * @param otp a code of the authenticator app, or a recovery code, where the account has a second step
     */
    public record Credentials(
            @Nullable String username,
            @Nullable String password,
            @Nullable String otp) {
        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /** A bearer token. */
    public record Token(String token, Instant expiresAt) {
        static Token of(AccessToken token) {
            return new Token(token.token(), token.expiresAt());
        }

        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    /** Signs in; not where learners sign in with a provider, whose second step would be gone round here. */
    @POST
    public Token begin(Credentials credentials) {
        if (off) throw Mistake.of(Mistake.Kind.FORBIDDEN, "sign-in-elsewhere");
        var faults = new Faults();
        var username = faults.text("/username", credentials.username, LONGEST);
        var password = faults.required("/password", credentials.password);
        faults.throwIfAny();
        var otp = Objects.requireNonNullElse(credentials.otp, "");
        return switch (signIn.with(username.orElseThrow(), password.orElseThrow(), otp, caller.client())) {
            case Welcome welcome -> Token.of(tokens.issue(welcome));
            case SignInOutcome.TooWeak _ -> throw Mistake.of(Mistake.Kind.FORBIDDEN, "second-factor-missing");
            case SignInOutcome.Refused _ -> throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "sign-in-refused");
            case SignInOutcome.Throttled(var seconds) -> throw Mistake.tooMany(seconds);
        };
    }
}
