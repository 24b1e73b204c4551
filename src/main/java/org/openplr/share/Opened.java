package org.openplr.share;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an opening comes to. */
public sealed interface Opened {
    /**
     * The record, as far as shared.
     *
     * @param view the reference of this view
     * @param session with it, the same browser may look again for half an hour without counting
     * @param share the share it came from
     * @param recordVersion the version of the learner's whole record that was read (SHA-256)
     * @param corrections what was corrected since the viewer looked before, or since the share was fixed; it stands beside the record,
     *     which is what the learner's preview is
     * @param linkStops the moment the share stops
     * @param deleteBy the day by which what is kept has to be deleted
     * @param receipt the text of the {@link ViewReceipt}
     */
    record Shown(
            UUID view,
            Instant at,
            String session,
            Share share,
            SharedRecord record,
            String recordVersion,
            List<Correction> corrections,
            Instant linkStops,
            LocalDate deleteBy,
            String receipt)
            implements Opened {
        public Shown {
            corrections = List.copyOf(corrections);
        }

        @Override
        public String toString() {
            return "Shown[" + view + "]";
        }
    }

    /** The uniform refusal: unknown, locked, or the proof is wrong, and nobody learns which. */
    record Refused() implements Opened {}

    /**
     * The proof is right, and the share does not stand any more.
     *
     * @param reason withdrawn, expired or used up
     * @param since since when, null where the database knew it first
     */
    record Ended(ShareState reason, @Nullable Instant since) implements Opened {}

    /** Too many failures from one place; nothing was looked up. */
    record Throttled(long retryAfterSeconds) implements Opened {}
}
