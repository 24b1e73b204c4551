package org.openplr.identity;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.platform.Strongbox;

/** Sessions that came from a provider's, by the provider's names for the person and for its session. */
@Service
class ProviderSessions {
    private static final String INSERT =
            "insert into identity_provider_session (session_id, issuer, subject, sid, token) values (" + Sql.places(5)
                    + ")";
    private static final String SWEEP =
            "delete from identity_provider_session where session_id not in (select id from identity_session)";
    private static final String FROM = "select issuer, token from identity_provider_session where session_id = ?";
    private static final String FORGET = "delete from identity_provider_session where session_id = ?";
    private static final String OPEN = "select distinct s.id as session_id, " + Account.COLUMNS
            + " from identity_provider_session p join identity_session s on s.id = p.session_id"
            + " join identity_account a on a.id = s.account_id where p.issuer = ?";

    private static final String SEEN = "select digest from identity_logout_token where digest = ?";
    private static final String TOLD = "insert into identity_logout_token (digest, expires_at) values (?, ?)";
    private static final String SWEEP_TOLD = "delete from identity_logout_token where expires_at < ?";

    /** A longer one would not fit into the address by which somebody signs out. */
    private static final int LONGEST_TOKEN = 3_500;

    private final Sql sql;
    private final Ledger ledger;
    private final Pepper pepper;
    private final Strongbox box;
    private final InstantSource clock;

    @Inject
    ProviderSessions(Sql sql, Ledger ledger, Secrets secrets, InstantSource clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.pepper = secrets.session();
        this.box = secrets.box();
        this.clock = clock;
    }

    /** Notes where a session came from, and forgets those that are over. */
    void note(SignedInSession session, ProviderIdentity who) {
        sql.update(SWEEP, List.of());
        var token = who.token().length() > LONGEST_TOKEN ? "" : who.token();
        var sealed = token.isEmpty() ? "" : box.seal(place(session.id()), token.getBytes(StandardCharsets.US_ASCII));
        sql.update(INSERT, List.of(session.id(), who.issuer(), who.subject(), who.sid(), sealed));
    }

    /** Forgets where a session came from, and says it for the last time. */
    Optional<CameFrom> leave(SignedInSession session) {
        var from = sql
                .rows(
                        FROM,
                        row -> new CameFrom(row.text("issuer"), opened(session.id(), row.text("token"))),
                        List.of(session.id()))
                .stream()
                .findFirst();
        sql.update(FORGET, List.of(session.id()));
        return from;
    }

    /** A key of the box that is gone costs somebody one more question at their provider, and never their sign-out. */
    private String opened(UUID session, String sealed) {
        if (sealed.isEmpty()) return "";
        try {
            return new String(box.open(place(session), sealed), StandardCharsets.US_ASCII);
        } catch (IllegalStateException gone) {
            return "";
        }
    }

    private static String place(UUID session) {
        return "id-token:" + session;
    }

    private record Open(UUID session, Account account) {}

    /**
     * Ends those of a person, or of a session of theirs.
     *
     * @param subject empty where only the provider's session is named
     * @param sid empty where all of the person's end
     * @param id of what told so, and until when it could be told again
     * @return false where that was told before: then nothing is done
     */
    boolean end(String issuer, String subject, String sid, String id, Instant until) {
        var digest = pepper.digest("logout:" + issuer + " " + id);
        sql.update(SWEEP_TOLD, List.of(clock.instant()));
        if (!sql.rows(SEEN, row -> row.text("digest"), List.of(digest)).isEmpty()) return false;
        sql.update(TOLD, List.of(digest, until));
        open(issuer, subject, sid).forEach(this::end);
        return true;
    }

    private void end(Open open) {
        sql.update("delete from identity_session where id = ?", List.of(open.session));
        sql.update(FORGET, List.of(open.session));
        ledger.write(AccountEvent.done(open.account, "account.ended-by-provider"));
    }

    private List<Open> open(String issuer, String subject, String sid) {
        var values = new ArrayList<>(List.of(issuer));
        var where = new StringBuilder(OPEN);
        if (!subject.isEmpty()) {
            where.append(" and p.subject = ?");
            values.add(subject);
        }
        if (!sid.isEmpty()) {
            where.append(" and p.sid = ?");
            values.add(sid);
        }
        return sql.rows(where.toString(), row -> new Open(row.id("session_id"), Account.of(row)), values);
    }
}
