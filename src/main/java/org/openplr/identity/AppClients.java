package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import org.openplr.platform.Service;
import org.openplr.platform.Throttle;

/**
 * The clients that learners use. What they may see is for others to say; here is which one it is, and whether it may act
 * now. Failures are counted as those of systems are, for an app from one place and for a place.
 */
@Service
public class AppClients {
    private final ClientRows rows;
    private final ClientProofs proofs;
    private final ClientVisits visits;
    private final InstantSource clock;
    private final Throttle forApp;
    private final Throttle fromPlace;

    @Inject
    AppClients(ClientRows rows, ClientProofs proofs, ClientVisits visits, InstantSource clock) {
        this.rows = rows;
        this.proofs = proofs;
        this.visits = visits;
        this.clock = clock;
        this.forApp = new Throttle(ClientTokens.FAILURES_FOR_CLIENT, ClientTokens.WINDOW, clock);
        this.fromPlace = new Throttle(ClientTokens.FAILURES_FROM_PLACE, ClientTokens.WINDOW, clock);
    }

    /** The app of this name, whether or not it may act now. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<ApiClient> find(String clientId) {
        return rows.holder(clientId).map(ClientKey.Holder::client).filter(ApiClient::isApp);
    }

    /** Whether it is neither suspended nor over. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean works(ApiClient app) {
        return !app.suspended() && app.expires().isAfter(clock.instant());
    }

    /**
     * Finds out which app asks.
     *
     * @param address where it comes from
     * @param place a keyed digest of that
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public AppProof prove(ClientProof proof, String address, String place) {
        var wait = Math.max(fromPlace.wait(place), forApp.wait(both(proof, place)));
        if (wait > 0) return new AppProof.Throttled(wait);
        return switch (proofs.check(proof)) {
            case ClientProofs.Verdict.Named named -> enter(named.client(), Optional.empty(), address);
            case ClientProofs.Verdict.Proved proved -> enter(proved.client(), Optional.of(proved.key()), address);
            case ClientProofs.Verdict.Wrong wrong -> {
                visits.refuseStranger(wrong.client(), wrong.reason(), place);
                failed(proof, place);
                yield new AppProof.NotProved();
            }
            case ClientProofs.Verdict.Nothing _ -> {
                failed(proof, place);
                yield new AppProof.NotProved();
            }
        };
    }

    private AppProof enter(ApiClient client, Optional<ApiClient.Key> key, String address) {
        return client.isApp() ? visits.enter(client, key, address) : new AppProof.NotNow(TokenOutcome.Reason.SYSTEM);
    }

    /** Counts a failure: what it brought was not good. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void failed(ClientProof proof, String place) {
        forApp.take(both(proof, place));
        fromPlace.take(place);
    }

    private String both(ClientProof proof, String place) {
        return place + " " + proofs.claimed(proof);
    }
}
