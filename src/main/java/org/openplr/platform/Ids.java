package org.openplr.platform;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;

/** Makes ids and secrets; injected, so that a test can tell chance what to do. */
public final class Ids {
    private static final int VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final SecureRandom random;

    public Ids(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A UUID of version 7 (RFC 9562): ordered by the millisecond, 74 random bits, no secret. */
    public UUID next() {
        var high = (clock.millis() << 16) | VERSION_7 | random.nextInt(1 << 12);
        return new UUID(high, VARIANT | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL));
    }

    /** So many bytes from the system's secure source. */
    public byte[] secret(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** So many secure bytes as base64url without padding. */
    public String secretText(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret(length));
    }

    /** A number from 0 up to, and without, the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
