package org.openplr.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.ToVerify;
import org.openplr.party.Ukprn;
import org.openplr.qualification.AwardReference;

/**
 * What an awarding organisation says of one award of its own: that it was made, or what it is now; that it was made in error; that
 * it stands after all; that it is final.
 *
 * @param reference the organisation's own name for this award: the same again is the same award
 * @param learner who has it; number and names have to agree
 * @param award what was awarded, as the register or the organisation's rights have it
 * @param made null where it is withdrawn, reinstated or made final
 * @param why in words, where it is withdrawn or reinstated
 */
public record Achievement(
        Action action, String reference, ToVerify learner, AwardReference award, @Nullable Made made, String why) {
    /** What is to be done. */
    public enum Action {
        SUBMIT,
        WITHDRAW,
        REINSTATE,
        FINAL
    }

    /**
     * How it was awarded.
     *
     * @param credits null for those of the register
     * @param provider where it was learnt; null where that is not said
     */
    public record Made(
            LocalDate on,
            String grade,
            @Nullable Integer credits,
            String language,
            boolean provisional,
            @Nullable Ukprn provider) {
        /** A grade stays out of logs. */
        @Override
        public String toString() {
            return "Made[]";
        }
    }

    /** The organisation's own reference only. */
    @Override
    public String toString() {
        return "Achievement[" + action + "]";
    }
}
