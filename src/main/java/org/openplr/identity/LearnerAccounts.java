package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learner;
import org.openplr.party.Role;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Learners' own accounts, and those of people who help them: opened by whoever has decided that a record is theirs, or that
 * somebody lets them help, and taken back. Who may have one is not decided here.
 */
@Service
public class LearnerAccounts {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{2,59}");
    private static final int SECRET_BYTES = 32;

    private final Accounts accounts;
    private final Passwords passwords;
    private final ClosedAccounts closed;
    private final WaysIn ways;
    private final Bindings bindings;
    private final Sql sql;
    private final Ids ids;

    @Inject
    LearnerAccounts(
            Accounts accounts,
            Passwords passwords,
            ClosedAccounts closed,
            WaysIn ways,
            Bindings bindings,
            Sql sql,
            Ids ids) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.closed = closed;
        this.ways = ways;
        this.bindings = bindings;
        this.sql = sql;
        this.ids = ids;
    }

    /** What an account will be opened with: made before the transaction that opens it, because a hash takes its time. */
    public static final class Prepared {
        private final UUID account;
        private final String username;
        private final String hash;
        private final @Nullable ProvenIdentity identity;

        Prepared(UUID account, String username, String hash, @Nullable ProvenIdentity identity) {
            this.account = account;
            this.username = username;
            this.hash = hash;
            this.identity = identity;
        }

        /** The id that the account will have. */
        public UUID account() {
            return account;
        }

        public String username() {
            return username;
        }

        String hash() {
            return hash;
        }

        @Override
        public String toString() {
            return "Prepared[…]";
        }
    }

    /**
     * Checks what somebody chose to sign in with, by the rules for passphrases, and hashes it.
     *
     * @param own accounts whose name may stay, because it is them that get a new way in
     * @return empty where there is too much to do at this moment
     * @throws Mistake UNPROCESSABLE where a rule is broken or the name is taken, with every fault
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<Prepared> prepare(Learner learner, String username, String passphrase, Collection<UUID> own) {
        return prepare(List.of(learner.givenName(), learner.familyName()), username, passphrase, own);
    }

    /** The same for somebody who has no record here, by what they are called. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<Prepared> prepare(String called, String username, String passphrase) {
        return prepare(List.of(called.split(" ", -1)), username, passphrase, Set.of());
    }

    private Optional<Prepared> prepare(List<String> called, String username, String passphrase, Collection<UUID> own) {
        var name = username.strip();
        var faults = new ArrayList<Fault>();
        if (!USERNAME.matcher(name).matches()) faults.add(Fault.at("/username", "username-form"));
        else if (accounts.find(name)
                .filter(account -> !own.contains(account.id()))
                .isPresent()) faults.add(Fault.at("/username", "username-taken"));
        var given = new ArrayList<>(called);
        given.add(name);
        PassphraseRule.fault(passphrase, given).ifPresent(faults::add);
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        return hashed(name, passphrase, null);
    }

    /** Somebody whom a provider proved: no user name that they know, a passphrase that nobody does, and its word. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<Prepared> prepareProvedElsewhere(ProvenIdentity identity) {
        return hashed("by-provider-" + ids.next(), ids.secretText(SECRET_BYTES), identity);
    }

    /** Whether somebody has this user name. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isTaken(String username) {
        return accounts.find(username).isPresent();
    }

    /** Opens the account and signs it in; two of one name at once are refused by the database. */
    public Welcome open(Prepared prepared, Uln uln) {
        var account =
                new NewAccount(AccountKind.LEARNER, prepared.username, prepared.hash, uln, null, Set.of(Role.LEARNER));
        var welcome = accounts.openAndEnter(prepared.account, account, prepared.hash);
        if (prepared.identity != null)
            bindings.add(prepared.account, prepared.identity.issuer(), prepared.identity.subject());
        return welcome;
    }

    /** Opens the account of somebody who has no record here, and signs it in. */
    public Welcome openPerson(Prepared prepared) {
        var account =
                new NewAccount(AccountKind.PERSON, prepared.username, prepared.hash, null, null, Set.of(Role.HELPER));
        return accounts.openAndEnter(prepared.account, account, prepared.hash);
    }

    /** Opens an account that is there in a new way: user name and passphrase are these, and every old way in ends. */
    public Welcome renew(Prepared prepared, UUID account) {
        accounts.rename(account, prepared.username);
        ways.reset(account, prepared.hash);
        return accounts.enter(accounts.byId(account).orElseThrow(), Proof.PASSPHRASE);
    }

    /** The open accounts of a learner, by any of their numbers. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<UUID> of(Collection<Uln> numbers) {
        return List.copyOf(since(numbers).keySet());
    }

    /** The same, the oldest first, with when each was opened. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public SequencedMap<UUID, Instant> since(Collection<Uln> numbers) {
        var found = new LinkedHashMap<UUID, Instant>();
        sql.rows(
                        "select id, opened_at from identity_account where closed_at is null and uln in ("
                                + Sql.places(numbers.size()) + ") order by opened_at, id",
                        row -> Map.entry(row.id("id"), row.moment("opened_at")),
                        numbers.stream().map(Uln::digits).toList())
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /** Closes an account: its sessions end at once, its tokens within a minute. */
    public void close(UUID account) {
        closed.close(account);
    }

    private Optional<Prepared> hashed(String username, String passphrase, @Nullable ProvenIdentity identity) {
        try {
            return Optional.of(new Prepared(ids.next(), username, passwords.hash(passphrase), identity));
        } catch (Passwords.Busy _) {
            return Optional.empty();
        }
    }
}
