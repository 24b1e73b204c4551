package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** The accounts of this service. */
@Service
public class Accounts {
    private static final String INSERT =
            "insert into identity_account (id, kind, username, username_key, password_hash, uln, ukprn, recipient,"
                    + " roles, opened_at) values (" + Sql.places(10) + ")";
    private static final String BY_USERNAME =
            "select " + Account.COLUMNS + " from identity_account a where a.username_key = ? and a.closed_at is null";
    private static final String BY_ID =
            "select " + Account.COLUMNS + " from identity_account a where a.id = ? and a.closed_at is null";
    private static final String VISIT =
            "update identity_account set previous_visit = last_visit, last_visit = ? where id = ?";

    private final Sql sql;
    private final InstantSource clock;
    private final Ids ids;
    private final Ledger ledger;

    @Inject
    Accounts(Sql sql, InstantSource clock, Ids ids, Ledger ledger) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
        this.ledger = ledger;
    }

    /** Opens an account, unless there is one of this name. */
    public boolean open(NewAccount account) {
        return openAll(List.of(account)) == 1;
    }

    /**
     * Opens these accounts and leaves alone those whose names are taken. The passwords are hashed in parallel: some
     * 25 a second.
     *
     * @return how many were opened
     */
    public int openAll(Collection<NewAccount> accounts) {
        var taken = new HashSet<String>();
        var fresh = new ArrayList<NewAccount>();
        for (var account : accounts)
            if (find(account.username()).isEmpty() && taken.add(key(account.username()))) fresh.add(account);
        var hashes = Arrays.asList(new String[fresh.size()]);
        java.util.stream.IntStream.range(0, fresh.size())
                .parallel()
                .forEach(i -> hashes.set(i, Passwords.hashAtOnce(fresh.get(i).password())));
        var rows = new ArrayList<List<? extends @Nullable Object>>();
        for (var i = 0; i < fresh.size(); i++) rows.add(row(ids.next(), fresh.get(i), hashes.get(i)));
        sql.batch(INSERT, rows);
        return rows.size();
    }

    /** Opens one whose password was hashed before, and enters it; the database refuses a second of one name. */
    Welcome openAndEnter(UUID id, NewAccount account, String hash) {
        sql.batch(INSERT, List.of(row(id, account, hash)));
        return enter(byId(id).orElseThrow(), Proof.PASSPHRASE);
    }

    private List<? extends @Nullable Object> row(UUID id, NewAccount account, String hash) {
        var uln = account.uln();
        var ukprn = account.ukprn();
        return Arrays.asList(
                id.toString(),
                account.kind().name(),
                account.username(),
                key(account.username()),
                hash,
                uln == null ? null : uln.digits(),
                ukprn == null ? null : ukprn.digits(),
                account.recipient(),
                Account.textOf(account.roles()),
                now());
    }

    /** The account of this name; one that is closed has none. */
    Optional<Account> find(String username) {
        return sql.rows(BY_USERNAME, Account::of, List.of(key(username))).stream()
                .findFirst();
    }

    /** The account of this id, unless it is closed. */
    Optional<Account> byId(UUID id) {
        return sql.rows(BY_ID, Account::of, List.of(id)).stream().findFirst();
    }

    /** Notes a visit in the account and in the ledger. */
    Welcome enter(Account account, Proof proof) {
        sql.update(VISIT, List.of(now(), account.id()));
        ledger.write(SignInEvent.welcome(account));
        return account.welcome(account.lastVisit(), proof);
    }

    /** Gives it another user name; one that is taken is refused by the database. */
    void rename(UUID account, String username) {
        sql.update(
                "update identity_account set username = ?, username_key = ? where id = ?",
                List.of(username, key(username), account));
    }

    /** Notes a refusal in the ledger; the learner whose account it is sees it. */
    void refuse(Optional<Account> account, String reason, String client) {
        ledger.write(SignInEvent.refusal(account, reason, client));
    }

    /** Notes that somebody who is not signed in says that they forgot their passphrase; the code's id, if one is sent. */
    void forgotten(Optional<Account> account, boolean told, UUID code, String client) {
        ledger.write(SignInEvent.forgotten(account, told, code, client));
    }

    /** Notes in the ledger what was done with an account. */
    void note(Account account, String what) {
        ledger.write(AccountEvent.done(account, what));
    }

    /** Notes in the ledger that somebody who is signed in did not prove it again. */
    void refuse(SignedInSession session, String what, String reason) {
        ledger.write(AccountEvent.refused(session, what, reason));
    }

    static String key(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
