package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.NotTheirs;
import org.openplr.party.Actor;
import org.openplr.platform.Ids;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Browsers that are signed in. The browser has the secret, the database only its keyed digest.
 *
 * <p>A session ends 30 minutes after it was last used, 12 hours after it began, and when somebody ends it; on every
 * node at the next request. Somebody who works for an organisation or runs the service has three at a time at most, so
 * that an account is nobody's to share: a fourth ends the oldest.
 */
@Service
public class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    static final int OF_STAFF = 3;
    static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_SECRET = 64;

    private static final int LONGEST_BROWSER = 60;

    private static final String INSERT =
            "insert into identity_session (digest, id, account_id, browser, begun_at, seen_at, proved_at, proof)"
                    + " values ("
                    + Sql.places(8) + ")";
    private static final String RAISE =
            "update identity_session set digest = ?, proved_at = ?, proof = ? where id = ? and account_id = ?";
    private static final String HELP =
            "update identity_session set digest = ?, helping = ? where id = ? and account_id = ?";
    private static final String LIST =
            "select id, browser, begun_at, seen_at from identity_session where account_id = ? and seen_at > ?"
                    + " and begun_at > ? order by seen_at desc, id";
    private static final String END_OTHERS = "delete from identity_session where account_id = ? and id <> ?";
    private static final String END_ONE = "delete from identity_session where account_id = ? and id = ?";
    private static final String SEEN = "update identity_session set seen_at = ? where digest = ? and seen_at < ?";
    private static final String HOLD = "update identity_account set last_visit = last_visit where id = ?";
    private static final String OLDEST_LAST =
            "select id from identity_session where account_id = ? and seen_at > ? and begun_at > ?"
                    + " order by begun_at desc, id desc";
    private static final String END_ALL = "delete from identity_session where account_id = ?";
    private static final String SWEEP = "delete from identity_session where begun_at < ?";

    private final Sql sql;
    private final Pepper pepper;
    private final InstantSource clock;
    private final Ids ids;
    private final Ledger ledger;
    private final CountingRoles roles;

    @Inject
    Sessions(Sql sql, Secrets secrets, InstantSource clock, Ids ids, Ledger ledger, CountingRoles roles) {
        this.sql = sql;
        this.pepper = secrets.session();
        this.clock = clock;
        this.ids = ids;
        this.ledger = ledger;
        this.roles = roles;
    }

    private record Found(String digest, SignedInSession session, Instant begun, Instant seen) {
        static Found of(Sql.Row row) throws SQLException {
            return new Found(row.text("digest"), session(row), row.moment("begun_at"), row.moment("seen_at"));
        }

        private static SignedInSession session(Sql.Row row) throws SQLException {
            var account = Account.of(row);
            return new SignedInSession(
                    row.id("session_id"),
                    account.actor(),
                    account.id(),
                    account.username(),
                    account.roles(),
                    Optional.ofNullable(account.previousVisit()),
                    row.moment("proved_at"),
                    Proof.valueOf(row.text("proof")),
                    Optional.ofNullable(row.textIfAny("helping")).map(UUID::fromString));
        }
    }

    /**
     * A session that has begun.
     *
     * @param secret for the browser's cookie; it is nowhere else
     * @param ended how many others ended because of it
     */
    public record Begun(String secret, int ended) {
        @Override
        public String toString() {
            return "Begun[…]";
        }
    }

    /**
     * Begins a session, ends the oldest where there are too many, and sweeps away what ended long ago.
     *
     * @param browser a short description that its owner knows it by
     */
    public Begun begin(Welcome who, String browser) {
        var ended = isOfStaff(who.actor()) ? makeRoom(who) : 0;
        var secret = ids.secretText(SECRET_BYTES);
        var now = now();
        var shown = browser.length() <= LONGEST_BROWSER ? browser : browser.substring(0, LONGEST_BROWSER);
        sql.update(SWEEP, List.of(now.minus(LONGEST)));
        sql.update(
                INSERT,
                List.of(
                        pepper.digest(secret),
                        ids.next(),
                        who.account(),
                        shown,
                        now,
                        now,
                        now,
                        who.proof().name()));
        return new Begun(secret, ended);
    }

    private static boolean isOfStaff(Actor actor) {
        return actor instanceof Actor.Addressee || actor instanceof Actor.Administrator;
    }

    /** One sign-in of an account after the other, so that two at once do not leave one too many. */
    private int makeRoom(Welcome who) {
        sql.update(HOLD, List.of(who.account()));
        var open = sql.rows(
                OLDEST_LAST, row -> row.id("id"), List.of(who.account(), now().minus(IDLE), now().minus(LONGEST)));
        var over = open.stream().skip(OF_STAFF - 1L).toList();
        for (var oldest : over) sql.update(END_ONE, List.of(who.account(), oldest));
        if (!over.isEmpty()) ledger.write(SignInEvent.displaced(who));
        return over.size();
    }

    /**
     * Notes that it was proved anew who this is, under a new secret: a secret that somebody knew before is worth
     * nothing after. The twelve hours are still those of the sign-in.
     *
     * @param what was done that proves it, for the ledger
     * @return the new secret
     */
    String raise(SignedInSession session, Proof proof, String what) {
        var secret = ids.secretText(SECRET_BYTES);
        sql.update(RAISE, List.of(pepper.digest(secret), now(), proof.name(), session.id(), session.account()));
        note(session, what);
        return secret;
    }

    /**
     * Notes whom the session's owner helps from now on, under a new secret; whether they may is not decided here.
     *
     * @param grant by whose leave; empty where they help nobody any more
     * @return the new secret
     */
    public String help(SignedInSession session, Optional<UUID> grant) {
        var secret = ids.secretText(SECRET_BYTES);
        sql.update(
                HELP,
                Arrays.asList(
                        pepper.digest(secret),
                        grant.map(UUID::toString).orElse(null),
                        session.id(),
                        session.account()));
        return secret;
    }

    /** Notes in the ledger what somebody did with their own account. */
    void note(SignedInSession session, String what) {
        ledger.write(AccountEvent.done(session, what));
    }

    /** Where this account is signed in now, the last used first. */
    public List<SessionLine> of(SignedInSession mine) {
        return sql.rows(
                LIST,
                row -> new SessionLine(
                        row.id("id"), row.text("browser"), row.moment("begun_at"), row.moment("seen_at")),
                List.of(mine.account(), now().minus(IDLE), now().minus(LONGEST)));
    }

    /** Ends another of this account's sessions; false where there is none of this id. */
    public boolean end(SignedInSession mine, UUID other) {
        var ended = sql.update(END_ONE, List.of(mine.account(), other)) == 1;
        note(mine, ended, "identity_session", other, "account.session-ended");
        return ended;
    }

    /**
     * Notes what somebody did with a thing of their own account, or, where it was not done, that it is of a learner's account that is
     * not theirs.
     *
     * @param table that has such things; a constant
     */
    void note(SignedInSession session, boolean done, String table, UUID id, String what) {
        if (done) note(session, what);
        else
            sql
                    .rows(
                            "select " + Account.COLUMNS + " from identity_account a join " + table
                                    + " t on t.account_id = a.id where t.id = ?",
                            Account::of,
                            List.of(id))
                    .stream()
                    .filter(account -> !account.id().equals(session.account()))
                    .forEach(account -> reachedFor(session, account, what));
    }

    private void reachedFor(SignedInSession session, Account account, String what) {
        var owner = account.uln();
        var same = session.actor() instanceof Actor.Learner self && self.uln().equals(owner);
        if (owner != null && !same)
            ledger.write(new NotTheirs(session.actor(), owner, what, Optional.of(account.id())));
    }

    /** Ends all of this account's sessions but this one. */
    public int endOthers(SignedInSession mine) {
        var ended = sql.update(END_OTHERS, List.of(mine.account(), mine.id()));
        if (ended > 0) note(mine, "account.sessions-ended");
        return ended;
    }

    /** Who has this secret, while the session lasts; one statement, and a second one at most once a minute. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SignedInSession> find(String secret) {
        var now = now();
        var found = read(secret).filter(f -> f.seen.isAfter(now.minus(IDLE)) && f.begun.isAfter(now.minus(LONGEST)));
        found.filter(f -> !f.seen.isAfter(now.minus(NOTED_EVERY)))
                .ifPresent(f -> sql.update(SEEN, List.of(now, f.digest, now)));
        return found.map(Found::session).map(session -> session.as(roles.of(session.actor())));
    }

    /** Ends this session, if it is one. */
    public void end(String secret) {
        read(secret).ifPresent(f -> {
            sql.update("delete from identity_session where digest = ?", List.of(f.digest));
            ledger.write(SignInEvent.farewell(f.session.actor(), f.session.account()));
        });
    }

    /** Ends every session of an account. */
    public void endAll(UUID account) {
        sql.update(END_ALL, List.of(account));
    }

    private Optional<Found> read(String secret) {
        if (secret.isEmpty() || secret.length() > LONGEST_SECRET) return Optional.empty();
        var digests = new ArrayList<String>();
        for (var key : pepper.keyIds()) digests.add(pepper.digest(key, secret));
        var query = "select s.digest, s.id as session_id, s.begun_at, s.seen_at, s.proved_at, s.proof, s.helping, "
                + Account.COLUMNS
                + " from identity_session s join identity_account a on a.id = s.account_id and a.closed_at is null"
                + " where s.digest in ("
                + Sql.places(digests.size()) + ")";
        return sql.rows(query, Found::of, digests).stream().findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
