package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Service;
import org.openplr.platform.Throttle;

/**
 * Tokens for organisations' systems (RFC 6749, {@code client_credentials}).
 *
 * <p>Failures are counted for a system <em>from one place</em>, and for a place; never for a system alone, so that nobody
 * can lock it out. Counts are this node's own. They are counted after the check, so that a system which asks for many
 * tokens at once is never in its own way: a key cannot be guessed in a few tries more.
 */
@Service
public class ClientTokens {
    static final int FAILURES_FOR_CLIENT = 10;
    static final int FAILURES_FROM_PLACE = 100;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private final ClientProofs proofs;
    private final ClientVisits visits;
    private final Throttle forClient;
    private final Throttle fromPlace;

    @Inject
    ClientTokens(ClientProofs proofs, ClientVisits visits, InstantSource clock) {
        this.proofs = proofs;
        this.visits = visits;
        this.forClient = new Throttle(FAILURES_FOR_CLIENT, WINDOW, clock);
        this.fromPlace = new Throttle(FAILURES_FROM_PLACE, WINDOW, clock);
    }

    /** The algorithms by which an assertion may be signed. */
    public static List<String> assertionAlgorithms() {
        return ClientJwk.names();
    }

    /** Every scope that some system may be granted. */
    public static List<String> scopes() {
        return ClientRoles.all();
    }

    /**
     * Asks for a token.
     *
     * @param scope the roles it asks for, with blanks between; null for all it was granted
     * @param address where it comes from
     * @param place a keyed digest of that
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public TokenOutcome ask(ClientProof proof, @Nullable String scope, String address, String place) {
        var both = place + " " + proofs.claimed(proof);
        var wait = Math.max(fromPlace.wait(place), forClient.wait(both));
        if (wait > 0) return new TokenOutcome.Throttled(wait);
        return switch (proofs.check(proof)) {
            case ClientProofs.Verdict.Proved proved -> {
                forClient.forget(both);
                yield visits.enter(proved.client(), proved.key(), scope, address);
            }
            case ClientProofs.Verdict.Wrong wrong -> {
                visits.refuseStranger(wrong.client(), wrong.reason(), place);
                yield failed(both, place);
            }
            case ClientProofs.Verdict.Named _, ClientProofs.Verdict.Nothing _ -> failed(both, place);
        };
    }

    private TokenOutcome failed(String both, String place) {
        forClient.take(both);
        fromPlace.take(place);
        return new TokenOutcome.NotProved();
    }
}
