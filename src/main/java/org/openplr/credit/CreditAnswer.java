package org.openplr.credit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a credit check. */
public sealed interface CreditAnswer {
    /** The record has it: one for each time it was awarded, the newest first. */
    record Confirmed(List<Award> awards) implements CreditAnswer {
        public Confirmed {
            awards = List.copyOf(awards);
        }
    }

    /**
     * It cannot be confirmed for these details, for whichever reason: nobody has the number, or is called otherwise, or is
     * restricted, or the record has no such award. It never says that something was not achieved.
     */
    record NotConfirmed() implements CreditAnswer {}

    /**
     * The user or the organisation asked for too many people today, or too much of this one.
     *
     * @param seconds until it is worth trying again
     */
    record OverQuota(long seconds) implements CreditAnswer {}

    /**
     * An award, as far as a credit check tells of it (the seven fields of the seed).
     *
     * @param reference as it was asked for
     * @param level as the source wrote it
     * @param credits null where the source says none
     */
    record Award(
            String awardingOrganisation,
            String reference,
            String title,
            String level,
            @Nullable LocalDate awardedOn,
            String grade,
            @Nullable Integer credits) {
        /** A grade stays out of logs. */
        @Override
        public String toString() {
            return "Award[" + reference + "]";
        }
    }
}
