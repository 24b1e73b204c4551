package org.openplr.identity;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.ProviderVisit.Purpose;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Browsers that are with a provider: each comes back once, within an hour. */
@Service
public class ProviderVisits {
    static final Duration LIFE = Duration.ofHours(1);

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_SECRET = 64;
    private static final int LONGEST_NEXT = 1_000;
    private static final String INSERT =
            "insert into identity_provider_visit (digest, provider, purpose, account_id, next_place, made_at) values ("
                    + Sql.places(6) + ")";
    private static final String FIND = "select provider, purpose, account_id, next_place, made_at from"
            + " identity_provider_visit where digest = ? and made_at > ?";

    private final Sql sql;
    private final Pepper pepper;
    private final Ids ids;
    private final InstantSource clock;
    private final Freshness freshness;
    private final Tries tries;

    @Inject
    ProviderVisits(Sql sql, Secrets secrets, Ids ids, InstantSource clock, Freshness freshness, Tries tries) {
        this.sql = sql;
        this.pepper = secrets.session();
        this.ids = ids;
        this.clock = clock;
        this.freshness = freshness;
        this.tries = tries;
    }

    /**
     * Somebody wants to sign in.
     *
     * @param client a keyed digest of where it comes from: each may a hundred times in 15 minutes, and again where it was
     *     let in
     * @throws Mistake TOO_MANY
     */
    public ProviderVisit toSignIn(String provider, String next, String client) {
        var wait = tries.takeAnonymous(client);
        if (wait > 0) throw Mistake.tooMany(wait);
        return begin(provider, Purpose.SIGN_IN, null, next);
    }

    /**
     * Somebody signed in wants the provider's word to open their account.
     *
     * @throws Mistake FORBIDDEN {@code prove-again}
     */
    public ProviderVisit toBind(SignedInSession session, String provider) {
        freshness.require(session);
        return begin(provider, Purpose.BIND, session.account(), "");
    }

    /** Somebody signed in wants to prove again that it is them. */
    public ProviderVisit toProve(SignedInSession session, String provider, String next) {
        return begin(provider, Purpose.PROVE, session.account(), next);
    }

    private ProviderVisit begin(String provider, Purpose purpose, @Nullable UUID account, String next) {
        var secret = ids.secretText(SECRET_BYTES);
        var now = now();
        var kept = next.length() <= LONGEST_NEXT ? next : "";
        sql.update("delete from identity_provider_visit where made_at < ?", List.of(now.minus(LIFE)));
        sql.update(INSERT, Arrays.asList(digest(secret), provider, purpose.name(), account, kept, now));
        return new ProviderVisit(secret, provider, purpose, account, kept, now);
    }

    /** Takes it back, once: whatever comes of it, the browser has to begin anew. */
    public Optional<ProviderVisit> end(String secret) {
        if (secret.isEmpty() || secret.length() > LONGEST_SECRET) return Optional.empty();
        var digest = digest(secret);
        var found = sql.rows(FIND, row -> read(secret, row), List.of(digest, now().minus(LIFE)));
        var mine = sql.update("delete from identity_provider_visit where digest = ?", List.of(digest)) == 1;
        return mine ? found.stream().findFirst() : Optional.empty();
    }

    private static ProviderVisit read(String secret, Sql.Row row) throws SQLException {
        var account = row.textIfAny("account_id");
        return new ProviderVisit(
                secret,
                row.text("provider"),
                Purpose.valueOf(row.text("purpose")),
                account == null ? null : UUID.fromString(account),
                row.text("next_place"),
                row.moment("made_at"));
    }

    private String digest(String secret) {
        return pepper.digest("visit:" + secret);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
