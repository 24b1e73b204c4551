package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Role;
import org.openplr.platform.Service;

/** The systems of an organisation, in the hands of its super users; every step and every refusal is in the ledger. */
@Service
public class ApiClients {
    /** A system lasts at most this long, and so long from when it is renewed. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** So long before its end super users are told. */
    public static final Duration NOTICE = Duration.ofDays(30);

    static final int CLIENTS_AT_MOST = 20;

    private final ClientRows rows;
    private final ClientMaking making;
    private final Organisations organisations;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    ApiClients(ClientRows rows, ClientMaking making, Organisations organisations, Ledger ledger, InstantSource clock) {
        this.rows = rows;
        this.making = making;
        this.organisations = organisations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether this is somebody who looks after their organisation's systems. */
    public static boolean mayManage(Actor who) {
        return Right.MANAGE_SYSTEMS.isOf(who);
    }

    /** The systems of their own organisation, the oldest first; none for whoever is no super user. */
    public List<ApiClient> of(Actor.OrganisationUser who) {
        return mayManage(who) ? rows.of(who.organisation()) : List.of();
    }

    /** One of them. */
    public Optional<ApiClient> find(Actor.OrganisationUser who, UUID id) {
        return mayManage(who) ? rows.find(id, who.organisation()) : Optional.empty();
    }

    /** What a system of their organisation can be given. */
    public Set<Role> grantable(Actor.OrganisationUser who) {
        return organisations
                .find(who.organisation())
                .map(Organisation::kind)
                .map(ClientRoles::grantable)
                .orElse(Set.of());
    }

    /** Whether it ends so soon that somebody should know, or has ended. */
    public boolean endsSoon(ApiClient client) {
        return client.expires().isBefore(clock.instant().plus(NOTICE));
    }

    /** Whether it has ended. */
    public boolean ended(ApiClient client) {
        return !client.expires().isAfter(clock.instant());
    }

    /**
     * Makes one, with its first key.
     *
     * @throws org.openplr.platform.Mistake UNPROCESSABLE with every fault of what was typed
     */
    public ClientOutcome make(Actor.OrganisationUser who, NewClient wanted) {
        if (!mayManage(who)) return notAllowed(who, "client.made", Optional.empty());
        making.insistOn(wanted, grantable(who), now());
        if (rows.of(who.organisation()).size() >= CLIENTS_AT_MOST)
            return refuse(who, "client.made", "too-many", Optional.empty(), new ClientOutcome.TooMany());
        var made = making.make(who.organisation(), wanted, now());
        var id = made.client().id();
        ledger.write(ServiceEvent.done(who, "client.made", id, "name", "roles", "networks", "expires", "key"));
        return made;
    }

    /**
     * Gives it its second key, so that the first can be ended without a gap.
     *
     * @param jwk a public key as JSON, or empty for a secret of ours
     * @throws org.openplr.platform.Mistake UNPROCESSABLE where the key cannot be taken
     */
    public ClientOutcome addKey(Actor.OrganisationUser who, UUID id, String jwk) {
        if (!mayManage(who)) return notAllowed(who, "client.key-added", Optional.of(id));
        var key = making.key(jwk, now());
        if (!rows.hold(id, who.organisation())) return notFound(who, "client.key-added", id);
        var client = own(who, id);
        if (client.keys().size() >= client.keysAtMost())
            return refuse(who, "client.key-added", "too-many", Optional.of(id), new ClientOutcome.TooMany());
        rows.addKey(id, key.kept());
        return done(who, id, "client.key-added", key.secret());
    }

    /** Ends a key: no more tokens by it, and those it got are worth nothing. */
    public ClientOutcome endKey(Actor.OrganisationUser who, UUID id, UUID key) {
        if (!mayManage(who)) return notAllowed(who, "client.key-ended", Optional.of(id));
        if (!rows.hold(id, who.organisation()) || !rows.endKey(id, key, now()))
            return notFound(who, "client.key-ended", id);
        return done(who, id, "client.key-ended", null);
    }

    /** Suspends it; again changes nothing. */
    public ClientOutcome suspend(Actor.OrganisationUser who, UUID id) {
        return step(who, id, "client.suspended", client -> rows.suspend(client, now()));
    }

    /** Lets it work again. */
    public ClientOutcome resume(Actor.OrganisationUser who, UUID id) {
        return step(who, id, "client.resumed", rows::resume);
    }

    /** Gives it another year from today. */
    public ClientOutcome renew(Actor.OrganisationUser who, UUID id) {
        return step(who, id, "client.renewed", client -> rows.renew(client, now().plus(LONGEST)));
    }

    private ClientOutcome step(Actor.OrganisationUser who, UUID id, String what, Consumer<UUID> change) {
        if (!mayManage(who)) return notAllowed(who, what, Optional.of(id));
        if (!rows.hold(id, who.organisation())) return notFound(who, what, id);
        change.accept(id);
        return done(who, id, what, null);
    }

    private ClientOutcome done(Actor.OrganisationUser who, UUID id, String what, @Nullable ClientSecret secret) {
        ledger.write(ServiceEvent.done(who, what, id));
        return new ClientOutcome.Done(own(who, id), secret);
    }

    private ApiClient own(Actor.OrganisationUser who, UUID id) {
        return rows.find(id, who.organisation()).orElseThrow();
    }

    private ClientOutcome notFound(Actor who, String what, UUID id) {
        return refuse(who, what, "not-own", Optional.of(id), new ClientOutcome.NotFound());
    }

    private ClientOutcome notAllowed(Actor who, String what, Optional<UUID> id) {
        return refuse(who, what, "not-super", id, new ClientOutcome.NotAllowed());
    }

    private ClientOutcome refuse(Actor who, String what, String reason, Optional<UUID> id, ClientOutcome outcome) {
        ledger.write(ServiceEvent.refused(who, what, reason, id));
        return outcome;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
