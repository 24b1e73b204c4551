package org.openplr.qualification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * That an organisation may award something which the register of qualifications does not say is its own.
 *
 * @param level in the words of the source, or empty
 * @param credits null where there are none
 * @param from the first day of award; null for any
 * @param until the last day of award; null for any
 */
public record AwardingRight(
        Ukprn organisation,
        AwardReference reference,
        String title,
        String type,
        String level,
        @Nullable Integer credits,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}
