package org.openplr.challenge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.SpokenCode;

/**
 * What a learner hands to whom it matters while a data challenge waits: that an item is being challenged, and nothing else.
 *
 * @param code by which it is looked up; {@link #reference()} as people see it
 * @param language in which it was taken
 * @param item as the learner calls it
 * @param learner their name, or empty where they chose to leave it out
 * @param since when it was received
 * @param dueBy the last day for an answer; null where none was set on that day
 * @param signed the same as a JWT that the service's public key verifies
 */
public record Letter(
        UUID id,
        String code,
        UUID challenge,
        Instant made,
        Locale language,
        String item,
        String learner,
        LocalDate since,
        @Nullable LocalDate dueBy,
        String signed) {
    /** As people see it: {@code W-KMPQ-7RTV-WXY3-W}. */
    public String reference() {
        return SpokenCode.shown(code);
    }

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
