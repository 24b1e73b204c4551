package org.openplr.app;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.openplr.identity.AppClients;
import org.openplr.identity.AppProof;
import org.openplr.identity.ClientProof;
import org.openplr.platform.Service;

/** Tokens for apps (RFC 6749, {@code authorization_code} and {@code refresh_token}). */
@Service
public class AppTokens {
    private final AppClients clients;
    private final Exchanging exchanging;

    @Inject
    AppTokens(AppClients clients, Exchanging exchanging) {
        this.clients = clients;
        this.exchanging = exchanging;
    }

    /**
     * Asks for tokens.
     *
     * @param address where it comes from
     * @param place a keyed digest of that
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public AppTokenOutcome ask(ClientProof proof, Brought brought, String address, String place) {
        return switch (clients.prove(proof, address, place)) {
            case AppProof.NotProved _ -> new AppTokenOutcome.NotProved();
            case AppProof.NotNow(var reason) -> new AppTokenOutcome.NotNow(reason);
            case AppProof.Throttled(var seconds) -> new AppTokenOutcome.Throttled(seconds);
            case AppProof.Proved(var app) -> {
                var outcome = switch (brought) {
                    case Brought.Code code -> exchanging.byCode(app, code);
                    case Brought.Refresh refresh -> exchanging.byRefresh(app, refresh);
                };
                if (outcome instanceof AppTokenOutcome.Invalid) clients.failed(proof, place);
                yield outcome;
            }
        };
    }
}
