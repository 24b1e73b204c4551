package org.openplr.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Password hashes: Argon2id with 19 MiB, two passes, one lane (OWASP's first choice), as PHC text.
 *
 * <p>So many at once as there are processors, so that a rush of sign-ins costs time and never the memory of the server.
 */
final class Passwords {
    static final int LONGEST = 256;

    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);

    private final Semaphore lanes =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** There were too many at once; nothing was checked. */
    static final class Busy extends Exception {
        Busy() {
            super(null, null, false, false);
        }
    }

    static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON).getResult();
    }

    /** Whether the password has this hash; it takes its time whichever it is. */
    boolean matches(String password, String hash) throws Busy {
        return inTurn(() -> Password.check(password, hash).with(ARGON));
    }

    private boolean inTurn(BooleanSupplier check) throws Busy {
        try {
            if (!lanes.tryAcquire(3, TimeUnit.SECONDS)) throw new Busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return check.getAsBoolean();
        } finally {
            lanes.release();
        }
    }
}
