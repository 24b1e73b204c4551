package org.openplr.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/**
 * Whoever shows a bearer token.
 *
 * <p>A token that was verified is remembered by its SHA-256 digest for at most a minute and never beyond its end, so that
 * its signature is computed once; with it, how the system or the person stood that it belongs to. So the token of a
 * system that was suspended, of one that expired, of a key that was ended, and of somebody whose account was closed or whose
 * roles are others now is refused within that minute, and at the next request where its roles are dangerous. Which of its
 * roles its organisation's agreement allows is asked at every request.
 */
@Service
public class Bearers {
    static final Duration REMEMBERED = Duration.ofSeconds(60);

    private static final int REMEMBERED_AT_MOST = 50_000;

    private final AccessTokens tokens;
    private final ClientRows rows;
    private final PersonStanding people;
    private final InstantSource clock;
    private final CountingRoles roles;
    private final Cache<String, Known> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();

    @Inject
    Bearers(AccessTokens tokens, ClientRows rows, PersonStanding people, InstantSource clock, CountingRoles roles) {
        this.tokens = tokens;
        this.rows = rows;
        this.people = people;
        this.clock = clock;
        this.roles = roles;
    }

    /** A verified token and, where that is remembered, how its system or its person stood then. */
    private record Known(VerifiedToken token, Optional<ClientStanding> standing, boolean personStood, Instant until) {}

    /**
     * Whose token this is; empty for everything that is not ours, for us, and of now.
     *
     * @param address where it is shown: a system's is worth nothing outside of its networks
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Actor> actor(String token, String address) {
        if (token.length() > AccessTokens.LONGEST) return Optional.empty();
        var now = clock.instant();
        var known = known(token, now);
        return known.flatMap(k -> switch (k.token) {
                    case VerifiedToken.Person person ->
                        Optional.of(person.actor())
                                .filter(_ -> k.personStood && (!isDangerous(person) || people.stands(person)));
                    case VerifiedToken.OfClient client -> system(client, k.standing, now, address);
                    case VerifiedToken.OfApp app -> app(app, now, address);
                })
                .map(roles::of);
    }

    private Optional<Known> known(String token, Instant now) {
        var digest = digest(token);
        var before = remembered.getIfPresent(digest);
        if (before != null && before.until.isAfter(now)) return Optional.of(before);
        var fresh = tokens.verify(token).map(verified -> known(verified, now));
        fresh.filter(known -> known.until.isAfter(now)).ifPresent(known -> remembered.put(digest, known));
        return fresh;
    }

    private Known known(VerifiedToken token, Instant now) {
        var minute = now.plus(REMEMBERED);
        var until = token.expires().isBefore(minute) ? token.expires() : minute;
        var standing = switch (token) {
            case VerifiedToken.Person _, VerifiedToken.OfApp _ -> Optional.<ClientStanding>empty();
            case VerifiedToken.OfClient client
            when ClientRoles.dangerous(client.roles()) -> Optional.<ClientStanding>empty();
            case VerifiedToken.OfClient client -> rows.standing(client.clientId(), client.key());
        };
        var stood = !(token instanceof VerifiedToken.Person person) || isDangerous(person) || people.stands(person);
        return new Known(token, standing, stood, until);
    }

    /** Whether the token is looked up at every request. */
    private static boolean isDangerous(VerifiedToken.Person person) {
        return switch (person.actor()) {
            case Actor.OrganisationUser user -> ClientRoles.dangerous(user.roles());
            case Actor.Administrator _, Actor.RecipientUser _ -> true;
            case Actor.ForLearner _, Actor.Person _, Actor.App _, Actor.Checker _, Actor.System _ -> false;
        };
    }

    private Optional<Actor> system(
            VerifiedToken.OfClient token, Optional<ClientStanding> remembered, Instant now, String address) {
        var dangerous = ClientRoles.dangerous(token.roles());
        var standing = dangerous ? rows.standing(token.clientId(), token.key()) : remembered;
        return standing.filter(client -> client.mayAct(now, address))
                .map(client -> new Actor.OrganisationUser(client.client(), token.organisation(), token.roles()));
    }

    /** An app reads records: it is looked up at every request. Whether its permission stands, the share tells. */
    private Optional<Actor> app(VerifiedToken.OfApp token, Instant now, String address) {
        return rows.holder(token.clientId())
                .map(ClientKey.Holder::client)
                .filter(ApiClient::isApp)
                .filter(app -> ClientStanding.of(app).mayAct(now, address))
                .map(app -> new Actor.App(app.id(), app.name(), app.organisation(), token.permission()));
    }

    private static String digest(String token) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
