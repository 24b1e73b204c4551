package org.openplr.challenge;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;

/** A row of a file of data challenges, as it was read. */
public sealed interface ChallengeFileRow {
    /** It can be raised, as far as can be told without the record. */
    record Sound(
            Uln learner, Kind kind, Which event, @Nullable UUID other, Telling told) implements ChallengeFileRow {
        @Override
        public String toString() {
            return "Sound[" + kind + "]";
        }
    }

    /**
     * Which event is meant, where one is.
     *
     * @param id as it is called here; null where it is found by the others
     * @param reference of the qualification or unit, or empty
     * @param awardedOn where there are several of this reference
     */
    record Which(
            @Nullable UUID id, String reference, @Nullable LocalDate awardedOn) {}

    /** It cannot be read. */
    record Unreadable() implements ChallengeFileRow {}
}
