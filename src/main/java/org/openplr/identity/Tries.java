package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Throttle;

/**
 * Failed tries: counted for an account <em>from one client</em>, and for a client over all accounts; never for an
 * account alone, so that nobody can lock anybody else out. Codes have a count of their own: a passphrase that is right
 * gives nobody more tries at the code. Counts are this node's own: with n nodes a client has n times the tries.
 */
@Part
public class Tries {
    static final int FOR_ACCOUNT = 10;
    static final int OF_CLIENT = 100;
    static final int UNSUSPECTED = 3;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final Pepper pepper;
    private final Throttle forAccount;
    private final Throttle forCode;
    private final Throttle ofClient;

    @Inject
    Tries(Secrets secrets, InstantSource clock) {
        this.pepper = secrets.client();
        this.forAccount = new Throttle(FOR_ACCOUNT, WINDOW, clock);
        this.forCode = new Throttle(FOR_ACCOUNT, WINDOW, clock);
        this.ofClient = new Throttle(OF_CLIENT, WINDOW, clock);
    }

    /** Takes a try of a passphrase; 0 if there was one left, else the seconds until there is again. */
    long take(String username, String client) {
        var wait = ofClient.take(client);
        return wait > 0 ? wait : forAccount.take(both(username, client));
    }

    /** Whether so much failed from there lately that others go first. */
    boolean isSuspect(String client) {
        return ofClient.taken(client) > UNSUSPECTED;
    }

    /** Nothing was checked. */
    void giveBack(String username, String client) {
        ofClient.giveBack(client);
        forAccount.giveBack(both(username, client));
    }

    void right(String username, String client) {
        ofClient.giveBack(client);
        forAccount.forget(both(username, client));
    }

    /** Takes a try of a code; 0 if there was one left. */
    long takeCode(String username, String client) {
        return forCode.take(both(username, client));
    }

    void rightCode(String username, String client) {
        forCode.forget(both(username, client));
    }

    /** Takes a try of something that names no account; 0 if there was one left, else the seconds until there is again. */
    public long takeAnonymous(String client) {
        return ofClient.take(client);
    }

    /** It was right, or nothing was checked. */
    public void giveBackAnonymous(String client) {
        ofClient.giveBack(client);
    }

    private String both(String username, String client) {
        return pepper.digest(Accounts.key(username)) + " " + client;
    }
}
