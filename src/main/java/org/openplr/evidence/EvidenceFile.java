package org.openplr.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody gave: what is known of it, also when the file itself is gone.
 *
 * @param about what it is evidence in
 * @param number from 1, in the order in which they were given
 * @param name as it may be shown: no path, nothing that is no letter, figure or sign
 * @param size in bytes
 * @param digest SHA-256 in hexadecimal
 * @param scanned whether a scanner looked at it and found nothing
 * @param deleted when the file itself was deleted; null while it is there
 */
public record EvidenceFile(
        UUID id,
        UUID about,
        int number,
        String name,
        FileKind kind,
        int size,
        String digest,
        boolean scanned,
        Instant given,
        @Nullable Instant deleted) {
    public boolean isThere() {
        return deleted == null;
    }

    @Override
    public String toString() {
        return "EvidenceFile[" + id + " " + kind + "]";
    }
}
