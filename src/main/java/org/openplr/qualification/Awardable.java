package org.openplr.qualification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that an organisation may award, as an achievement of it is recorded.
 *
 * @param code as it is written in a record: with slashes
 * @param credits null where they are not known
 * @param from the first day of award; null for any
 * @param until the last day of award; null for any
 */
public record Awardable(
        String code,
        String title,
        String type,
        String level,
        @Nullable Integer credits,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** Whether it could be awarded on this day. */
    public boolean isAwardedOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
