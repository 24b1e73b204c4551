package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/** Lets a system that proved itself have a token, and notes that it did, or that it was refused. */
@Service
class ClientVisits {
    static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final String WHAT = "client.token";

    private final ClientRows rows;
    private final AccessTokens tokens;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    ClientVisits(ClientRows rows, AccessTokens tokens, Ledger ledger, InstantSource clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Grants a token for as much as is asked, if that was granted and the system may have one now. */
    TokenOutcome enter(ApiClient client, ApiClient.Key key, @Nullable String scope, String address) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var objection = client.isApp()
                ? Optional.of(TokenOutcome.Reason.APP)
                : ClientStanding.of(client).objection(now, address);
        if (objection.isPresent()) return notNow(client, objection.get());
        var roles = ClientRoles.asked(scope, client.roles());
        if (roles.isEmpty()) {
            refuse(client, "scope");
            return new TokenOutcome.NotGranted();
        }
        if (isOld(key.lastUsed(), now)) rows.used(key.id(), now);
        ledger.write(ServiceEvent.done(client.actor(), WHAT, client.id()));
        return new TokenOutcome.Granted(tokens.issue(client, key.id(), roles.get()), roles.get());
    }

    /** Lets an app go on, if it may now; its key is empty where it can keep none. */
    AppProof enter(ApiClient app, Optional<ApiClient.Key> key, String address) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var objection = ClientStanding.of(app).objection(now, address);
        if (objection.isPresent()) {
            notNow(app, objection.get());
            return new AppProof.NotNow(objection.get());
        }
        key.filter(used -> isOld(used.lastUsed(), now)).ifPresent(used -> rows.used(used.id(), now));
        return new AppProof.Proved(app);
    }

    private TokenOutcome notNow(ApiClient client, TokenOutcome.Reason reason) {
        refuse(client, reason.name().toLowerCase(Locale.ROOT));
        return new TokenOutcome.NotNow(reason);
    }

    /** Whoever did not prove to be this system is nobody we know: only where they came from is kept, as a digest. */
    void refuseStranger(UUID client, String reason, String from) {
        ledger.write(ServiceEvent.refused(new Actor.Checker("", "", from), WHAT, reason, Optional.of(client)));
    }

    private void refuse(ApiClient client, String reason) {
        ledger.write(ServiceEvent.refused(client.actor(), WHAT, reason, Optional.of(client.id())));
    }

    private static boolean isOld(@Nullable Instant lastUsed, Instant now) {
        return lastUsed == null || lastUsed.plus(NOTED_EVERY).isBefore(now);
    }
}
