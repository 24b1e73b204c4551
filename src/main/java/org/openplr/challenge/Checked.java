package org.openplr.challenge;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter as whoever holds it finds it again: what it says, and how it stands by now; never what was answered.
 *
 * @param dueBy by when an answer is due now; null where none is set, or it is over
 * @param on since when it is answered or taken back; null while it is being challenged
 */
public record Checked(
        Letter letter,
        Now now,
        @Nullable LocalDate dueBy,
        @Nullable LocalDate on) {
    /** How it stands. */
    public enum Now {
        CHALLENGED,
        ANSWERED,
        /** The learner took it back, or what was missing has come. */
        ENDED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
