package org.openplr.audit;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.openplr.platform.Ids;

/** Ids of entries: UUIDs of version 7 which within a millisecond count up (RFC 9562, 6.2), so that they sort as written. */
final class EntryIds {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_START = (1L << (COUNTER_BITS - 1)) - 1;
    private static final long VERSION_7 = 0x7000;

    private static final AtomicLong LAST = new AtomicLong();

    private EntryIds() {}

    /** What every entry from this moment on sorts after, and every earlier one before. */
    static UUID first(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }

    static UUID next(Ids ids) {
        var fresh = ids.next();
        var millis = fresh.getMostSignificantBits() >>> 16;
        var first = millis << COUNTER_BITS | (fresh.getMostSignificantBits() & COUNTER_START);
        var time = LAST.updateAndGet(last -> last >>> COUNTER_BITS == millis ? last + 1 : first);
        var high = time >>> COUNTER_BITS << 16 | VERSION_7 | (time & ((1L << COUNTER_BITS) - 1));
        return new UUID(high, fresh.getLeastSignificantBits());
    }
}
