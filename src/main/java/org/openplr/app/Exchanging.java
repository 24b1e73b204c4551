package org.openplr.app;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.identity.AccessTokens;
import org.openplr.identity.ApiClient;
import org.openplr.party.Actor;
import org.openplr.platform.Service;
import org.openplr.share.AppEnds;

/**
 * Gives an app tokens for what it brings, in one transaction. A code or a refresh token that was used before ends the
 * permission: somebody else has it too, but for a refresh token that comes again within {@link AppSecrets#GRACE}. So does a code that comes too late, or with the wrong address or verifier: nobody
 * will have anything by it, and a share that nobody can open is not to stand in a learner's list.
 */
@Service
class Exchanging {
    /** RFC 7636, 4.1. */
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /** That an app got a token is about no learner: what it does with it is. */
    private static final String TOKEN = "app.token";

    private final AppSecrets secrets;
    private final AppEnds ends;
    private final AccessTokens tokens;
    private final Ledger ledger;

    @Inject
    Exchanging(AppSecrets secrets, AppEnds ends, AccessTokens tokens, Ledger ledger) {
        this.secrets = secrets;
        this.ends = ends;
        this.tokens = tokens;
        this.ledger = ledger;
    }

    AppTokenOutcome byCode(ApiClient app, Brought.Code brought) {
        var found = secrets.code(brought.code()).filter(code -> code.kept().isOf(app.id()));
        if (found.isEmpty()) return new AppTokenOutcome.Invalid();
        var code = found.get();
        var kept = code.kept();
        if (!secrets.take(code)) return ended(app, kept, secrets.isUsed(code) ? "app-code-used" : "app-code-expired");
        if (!code.redirect().equals(brought.redirect())) return ended(app, kept, "wrong-redirect");
        if (!isVerifierOf(code.challenge(), brought.verifier())) return ended(app, kept, "wrong-verifier");
        return stands(app, kept, () -> secrets.refresh(kept.permission()));
    }

    AppTokenOutcome byRefresh(ApiClient app, Brought.Refresh brought) {
        var found = secrets.refresh(brought.token()).filter(kept -> kept.isOf(app.id()));
        if (found.isEmpty()) return new AppTokenOutcome.Invalid();
        var kept = found.get();
        if (brought.scope() != null && !isScopeOf(kept, brought.scope())) return new AppTokenOutcome.OtherScope();
        if (secrets.take(kept)) return stands(app, kept, () -> secrets.next(kept, brought.token()));
        return secrets.isRepeated(kept) ? again(app, kept, brought.token()) : ended(app, kept, "refresh-used");
    }

    /** The same request again: the same refresh token, unless the app has gone on with that; then it has what it needs. */
    private AppTokenOutcome again(ApiClient app, AppSecrets.Kept kept, String token) {
        var next = secrets.unusedNext(token);
        return next.isPresent() ? stands(app, kept, next::get) : refused(app, kept, "refresh-repeated");
    }

    private AppTokenOutcome stands(ApiClient app, AppSecrets.Kept kept, Supplier<String> refresh) {
        if (!ends.stands(kept.permission())) return refused(app, kept, "not-standing");
        ledger.write(ServiceEvent.done(actor(app, kept.permission()), TOKEN, kept.permission()));
        return new AppTokenOutcome.Granted(
                tokens.issue(app, kept.permission(), kept.scope()), refresh.get(), kept.scope());
    }

    private AppTokenOutcome ended(ApiClient app, AppSecrets.Kept kept, String reason) {
        ends.end(kept.permission());
        return refused(app, kept, reason);
    }

    private AppTokenOutcome refused(ApiClient app, AppSecrets.Kept kept, String reason) {
        ledger.write(
                ServiceEvent.refused(actor(app, kept.permission()), TOKEN, reason, Optional.of(kept.permission())));
        return new AppTokenOutcome.Invalid();
    }

    private static Actor.App actor(ApiClient app, UUID permission) {
        return new Actor.App(app.id(), app.name(), app.organisation(), permission);
    }

    private static boolean isScopeOf(AppSecrets.Kept kept, String said) {
        return AppScope.read(said).equals(AppScope.read(kept.scope()));
    }

    private static boolean isVerifierOf(String challenge, String verifier) {
        if (!VERIFIER.matcher(verifier).matches()) return false;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            var made = Base64.getUrlEncoder().withoutPadding().encode(digest);
            return MessageDigest.isEqual(made, challenge.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
