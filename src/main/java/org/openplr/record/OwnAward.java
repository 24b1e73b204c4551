package org.openplr.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;

/**
 * An award as the organisation that made it keeps it.
 *
 * @param reference the organisation's own
 * @param code the number of what was awarded
 * @param changed when it came to be so
 */
public record OwnAward(
        String reference,
        Uln uln,
        String code,
        String title,
        String grade,
        @Nullable LocalDate awardedOn,
        EventStatus status,
        boolean withdrawn,
        Instant changed) {
    static OwnAward of(EventVersion version, int prefix) {
        var event = version.event(false);
        return new OwnAward(
                version.reported().sourceReference().substring(prefix),
                event.uln(),
                Objects.requireNonNullElse(event.subject().code(), ""),
                Objects.requireNonNullElse(event.subject().title(), ""),
                event.realGrade().orElse(""),
                event.award().date(),
                event.status(),
                version.withdrawn(),
                version.knownFrom());
    }

    /** The organisation's own reference stays out of logs, and the grade. */
    @Override
    public String toString() {
        return "OwnAward[" + uln + "]";
    }
}
