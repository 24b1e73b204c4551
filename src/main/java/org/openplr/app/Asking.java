package org.openplr.app;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/**
 * An app asks a learner by sending them here. Who asks, and where the answer goes, is settled first: while that is not
 * known, no browser is sent anywhere. Whatever else is wrong is told to the app.
 */
@Service
public class Asking {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** RFC 6749, A.5. */
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7e]{1,1000}");

    private final Apps apps;
    private final WayBack back;
    private final Ledger ledger;

    @Inject
    Asking(Apps apps, WayBack back, Ledger ledger) {
        this.apps = apps;
        this.back = back;
        this.ledger = ledger;
    }

    /** Looks at what is asked; nothing is kept of it. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Asked check(AppRequest request) {
        var app = request.one("client_id").flatMap(apps::find);
        var redirect = request.one("redirect_uri");
        if (app.isEmpty() || redirect.filter(app.get()::takesBackTo).isEmpty()) return new Asked.Unknown();
        var state = request.one("state").filter(s -> STATE.matcher(s).matches()).orElse("");
        return fault(request, app.get())
                .<Asked>map(error -> new Asked.Refused(back.with(redirect.get(), state, "error", error)))
                .orElseGet(() -> new Asked.Fine(
                        app.get(),
                        redirect.get(),
                        state,
                        scope(request).orElseThrow(),
                        request.one("code_challenge").orElseThrow()));
    }

    /** The code of what is wrong (RFC 6749, 4.1.2.1). */
    private Optional<String> fault(AppRequest request, App app) {
        var type = request.one("response_type");
        if (request.repeatsItself() || type.isEmpty() || !isStateFine(request) || !isProofFine(request))
            return Optional.of("invalid_request");
        if (request.has("request")) return Optional.of("request_not_supported");
        if (request.has("request_uri")) return Optional.of("request_uri_not_supported");
        if (!type.get().equals("code")) return Optional.of("unsupported_response_type");
        if (!apps.works(app)) return Optional.of("unauthorized_client");
        return scope(request).isEmpty() ? Optional.of("invalid_scope") : Optional.empty();
    }

    private static boolean isStateFine(AppRequest request) {
        return request.one("state").map(s -> STATE.matcher(s).matches()).orElse(true)
                && request.one("response_mode").map("query"::equals).orElse(true);
    }

    /** No code without a challenge, and none with one that anybody can undo. */
    private static boolean isProofFine(AppRequest request) {
        return request.one("code_challenge_method").filter("S256"::equals).isPresent()
                && request.one("code_challenge")
                        .filter(c -> CHALLENGE.matcher(c).matches())
                        .isPresent();
    }

    private static Optional<java.util.Set<AppScope>> scope(AppRequest request) {
        return request.one("scope").flatMap(AppScope::read);
    }

    /** The learner does not allow it: where the browser takes that. */
    public String refuse(Actor.Learner learner, Asked.Fine asked) {
        ledger.write(new Declined(learner, asked.app().client().id()));
        return back.with(asked.redirect(), asked.state(), "error", "access_denied");
    }
}
