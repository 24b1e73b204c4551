package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.openplr.platform.Ids;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Service;

/**
 * Proves an account by its password: one answer, in one time, whether the account is unknown or the password is wrong.
 *
 * <p>Tries are counted for an account <em>from one client</em>, and for a client over all accounts; never for an account
 * alone, so that nobody can lock anybody else out. Counts are this node's own: with n nodes a client has n times the
 * tries. No transaction is open while a hash is computed.
 */
@Service
public class SignIn {
    static final int TRIES_FOR_ACCOUNT = 10;
    static final int TRIES_OF_CLIENT = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Pepper pepper;
    private final Throttle forAccount;
    private final Throttle ofClient;
    private final Passwords passwords = new Passwords();
    private final String nobodysHash;

    @Inject
    SignIn(Accounts accounts, Secrets secrets, InstantSource clock, Ids ids) {
        this.accounts = accounts;
        this.pepper = secrets.client();
        this.forAccount = new Throttle(TRIES_FOR_ACCOUNT, WINDOW, clock);
        this.ofClient = new Throttle(TRIES_OF_CLIENT, WINDOW, clock);
        this.nobodysHash = Passwords.hash(ids.secretText(32));
    }

    /**
     * Tries a username and a password.
     *
     * @param client a keyed digest of where the try comes from
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SignInOutcome with(String username, String password, String client) {
        var both = pepper.digest(Accounts.key(username)) + " " + client;
        var wait = ofClient.take(client);
        if (wait > 0) return new SignInOutcome.Throttled(wait);
        wait = forAccount.take(both);
        if (wait > 0) return new SignInOutcome.Throttled(wait);
        try {
            return checked(username, password, client, both);
        } catch (Passwords.Busy _) {
            ofClient.giveBack(client);
            forAccount.giveBack(both);
            return new SignInOutcome.Throttled(1);
        }
    }

    private SignInOutcome checked(String username, String password, String client, String both) throws Passwords.Busy {
        var usual = username.length() <= 254 && !password.isEmpty() && password.length() <= Passwords.LONGEST;
        Optional<Account> account = usual ? accounts.find(username) : Optional.empty();
        var right = passwords.matches(
                usual ? password : "-", account.map(Account::passwordHash).orElse(nobodysHash));
        if (account.isEmpty() || !right) {
            accounts.refuse(account, client);
            return new SignInOutcome.Refused();
        }
        ofClient.giveBack(client);
        forAccount.forget(both);
        return accounts.enter(account.get());
    }
}
