package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;

/** Makes systems and their keys of what was typed. */
@Part
class ClientMaking {
    private static final int LONGEST_NAME = 100;
    private static final int NETWORKS_AT_MOST = 20;

    private final ClientRows rows;
    private final Pepper pepper;
    private final Ids ids;

    @Inject
    ClientMaking(ClientRows rows, Secrets secrets, Ids ids) {
        this.rows = rows;
        this.pepper = secrets.apiKey();
        this.ids = ids;
    }

    /** A key that was made: what is kept of it, and what its holder is told once. */
    record Made(ClientKey kept, @Nullable ClientSecret secret) {}

    /**
     * Insists on what can be made.
     *
     * @throws Mistake UNPROCESSABLE with every fault
     */
    void insistOn(NewClient wanted, Set<Role> grantable, Instant now) {
        var faults = new ArrayList<Fault>();
        if (wanted.name().isBlank()) faults.add(Fault.at("name", "missing"));
        else if (wanted.name().strip().length() > LONGEST_NAME)
            faults.add(Fault.at("name", "too-long", Integer.toString(LONGEST_NAME)));
        else if (wanted.name().chars().anyMatch(Character::isISOControl))
            faults.add(Fault.at("name", "control-character"));
        var roles = wanted.kind() == ApiClient.Kind.SYSTEM ? grantable : Set.<Role>of();
        if (!roles.containsAll(wanted.roles())) faults.add(Fault.at("roles", "unknown-value"));
        if (!wanted.expires().isAfter(now)
                || wanted.expires().isAfter(now.plus(ApiClients.LONGEST).plusSeconds(86_400)))
            faults.add(Fault.at("expires", "client-expiry"));
        if (wanted.networks().size() > NETWORKS_AT_MOST
                || networks(wanted).size() < wanted.networks().size())
            faults.add(Fault.at("networks", "client-networks"));
        if (!wanted.jwk().isBlank()) faultOf(wanted.jwk()).ifPresent(faults::add);
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }

    private static Optional<Fault> faultOf(String jwk) {
        try {
            ClientJwk.take(jwk);
            return Optional.empty();
        } catch (Mistake unfit) {
            return unfit.faults().stream().findFirst();
        }
    }

    private static List<String> networks(NewClient wanted) {
        return wanted.networks().stream()
                .map(Network::parse)
                .flatMap(Optional::stream)
                .map(Network::text)
                .toList();
    }

    ClientOutcome.Done make(Ukprn organisation, NewClient wanted, Instant now) {
        var id = ids.next();
        if (wanted.kind() == ApiClient.Kind.PUBLIC_APP) {
            var app = client(id, organisation, wanted, now, List.of());
            rows.add(app);
            return new ClientOutcome.Done(app, null);
        }
        var key = key(wanted.jwk(), now);
        var client = client(id, organisation, wanted, now, List.of(key.kept.key()));
        rows.add(client);
        rows.addKey(id, key.kept);
        return new ClientOutcome.Done(client, key.secret);
    }

    private static ApiClient client(
            UUID id, Ukprn organisation, NewClient wanted, Instant now, List<ApiClient.Key> keys) {
        return new ApiClient(
                id,
                id.toString(),
                wanted.name().strip(),
                organisation,
                wanted.kind(),
                wanted.roles(),
                networks(wanted),
                now,
                wanted.expires(),
                null,
                keys);
    }

    /** A key that is not kept yet: the public one given, or a secret of ours where none is. */
    Made key(String jwk, Instant now) {
        var id = ids.next();
        if (!jwk.isBlank()) {
            var taken = ClientJwk.take(jwk);
            var key = new ApiClient.Key(id, ApiClient.KeyKind.PUBLIC, ClientJwk.label(taken), now, null);
            return new Made(new ClientKey(key, "", "", taken), null);
        }
        var secret = ClientSecret.draw(id, ids);
        var key = new ApiClient.Key(id, ApiClient.KeyKind.SECRET, ClientSecret.beginning(id), now, null);
        return new Made(new ClientKey(key, pepper.currentKey(), pepper.digest(secret.text()), ""), secret);
    }
}
