package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.Throttle;

/**
 * How often a forgotten passphrase may be tried. A client asks ten times an hour, for one account three times; an account
 * is sent twenty codes an hour at most. The second fact is tried ten times a day, counted only after a code of the
 * message that was right: nobody uses that up who does not read the account's mail. Counts are this node's own.
 */
@Part
class ForgottenLimits {
    static final int FACTS = 10;
    static final int SENT = 20;
    static final int ASKED_FOR_ONE = 3;
    static final int ASKED = 10;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Pepper pepper;
    private final Throttle facts;
    private final Throttle sent;
    private final Throttle askedForOne;
    private final Throttle asked;

    @Inject
    ForgottenLimits(Secrets secrets, InstantSource clock) {
        this.pepper = secrets.client();
        this.facts = new Throttle(FACTS, DAY, clock);
        this.sent = new Throttle(SENT, HOUR, clock);
        this.askedForOne = new Throttle(ASKED_FOR_ONE, HOUR, clock);
        this.asked = new Throttle(ASKED, HOUR, clock);
    }

    /** Whether a client may ask for this user name now: 0, else the seconds until it may. */
    long ask(String username, String client) {
        var wait = asked.take(client);
        return wait > 0 ? wait : askedForOne.take(pepper.digest(Accounts.key(username)) + " " + client);
    }

    /** Whether a code may be sent; nobody is told if not. */
    boolean send(Account account) {
        return sent.take(account.id().toString()) == 0;
    }

    /** Whether the second fact may be tried. */
    boolean tryFact(Account account) {
        return facts.take(account.id().toString()) == 0;
    }

    void right(Account account) {
        facts.forget(account.id().toString());
    }
}
