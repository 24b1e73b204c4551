package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.Optional;
import org.openplr.platform.Part;

/**
 * Checks a passphrase, in one time whether the account is unknown or the passphrase is wrong. No transaction may be open
 * while the hash is computed.
 */
@Part
class PassphraseCheck {
    private static final int LONGEST_USERNAME = 254;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Tries tries;
    private final String nobodysHash;

    @Inject
    PassphraseCheck(Accounts accounts, Passwords passwords, Tries tries) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tries = tries;
        this.nobodysHash = Passwords.nobodysHash();
    }

    /** What came of it. */
    sealed interface Result {
        /** They belong together. */
        record Right(Account account) implements Result {}

        /** They do not; there may be no such account. */
        record Wrong(Optional<Account> account) implements Result {}

        /** Nothing was checked; so many seconds until it may be tried again. */
        record Wait(long seconds) implements Result {}
    }

    Result of(String username, String passphrase, String client) {
        var wait = tries.take(username, client);
        if (wait > 0) return new Result.Wait(wait);
        try {
            return checked(username, passphrase, client);
        } catch (Passwords.Busy _) {
            tries.giveBack(username, client);
            return new Result.Wait(1);
        }
    }

    private Result checked(String username, String passphrase, String client) throws Passwords.Busy {
        var usual = username.length() <= LONGEST_USERNAME
                && !passphrase.isEmpty()
                && passphrase.length() <= Passwords.LONGEST;
        Optional<Account> account = usual ? accounts.find(username) : Optional.empty();
        var right = passwords.matches(
                usual ? passphrase : "-",
                account.map(Account::passwordHash).orElse(nobodysHash),
                tries.isSuspect(client));
        if (account.isEmpty() || !right) return new Result.Wrong(account);
        tries.right(username, client);
        return new Result.Right(account.get());
    }
}
