package org.openplr.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openplr.platform.Part;

/**
 * Password hashes: Argon2id with 19 MiB, two passes, one lane (OWASP's first choice), as PHC text.
 *
 * <p>Half of the processors work on them at most, and so many requests at most wait for their turn: a rush of sign-ins
 * takes neither the memory nor the processors that everything else needs. Where tries failed before, only a few wait: a
 * storm of wrong passwords does not stand in the way of whoever comes from elsewhere.
 */
@Part
class Passwords {
    static final int LONGEST = 256;

    private static final int WAITING_AT_MOST = 64;
    private static final int SUSPECTS_WAITING_AT_MOST = 4;
    private static final int SECONDS_AT_MOST = 3;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON =
            Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);

    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** There were too many at once; nothing was checked. */
    static final class Busy extends Exception {
        Busy() {
            super(null, null, false, false);
        }
    }

    private static final SecureRandom DRAWING = new SecureRandom();
    private static final String NOBODYS = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(KIBIBYTES, PASSES, LANES, random(SALT_BYTES), random(HASH_BYTES));

    /** A hash of no password, drawn instead of calculated: to check against it takes as long as against somebody's. */
    static String nobodysHash() {
        return NOBODYS;
    }

    private static String random(int bytes) {
        var drawn = new byte[bytes];
        DRAWING.nextBytes(drawn);
        return Base64.getEncoder().withoutPadding().encodeToString(drawn);
    }

    /** Hashes without a turn: for imports and the start, never for somebody who asks from outside. */
    static String hashAtOnce(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON).getResult();
    }

    String hash(String password) throws Busy {
        return inTurn(WAITING_AT_MOST, () -> hashAtOnce(password));
    }

    /**
     * Whether the password has this hash; it takes its time whichever it is.
     *
     * @param suspect whether tries from the same place failed before
     */
    boolean matches(String password, String hash, boolean suspect) throws Busy {
        return inTurn(
                suspect ? SUSPECTS_WAITING_AT_MOST : WAITING_AT_MOST,
                () -> Password.check(password, hash).with(ARGON));
    }

    private <T> T inTurn(int waitingAtMost, Supplier<T> work) throws Busy {
        try {
            if (turns.getQueueLength() >= waitingAtMost || !turns.tryAcquire(SECONDS_AT_MOST, TimeUnit.SECONDS))
                throw new Busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
