package org.openplr.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.ToVerify;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.qualification.AwardReference;

/**
 * What an awarding organisation says of one award of its own: that it was made, or what it is now; that it was made in error; that
 * it stands after all; that it is final.
 *
 * @param reference the organisation's own name for this award: the same again is the same award
 * @param uln whose it is
 * @param made how it was awarded; null where it is withdrawn, reinstated or made final
 * @param why in words, where it is withdrawn or reinstated
 */
public record Achievement(
        Action action, String reference, Uln uln, @Nullable Made made, String why) {
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
     * @param learner whose number and names have to agree
     * @param award what was awarded, as the register or the organisation's rights have it
     * @param credits null for those of the register
     * @param provider where it was learnt; null where that is not said
     */
    public record Made(
            ToVerify learner,
            AwardReference award,
            LocalDate on,
            String grade,
            @Nullable Integer credits,
            String language,
            boolean provisional,
            @Nullable Ukprn provider) {
        /** A grade stays out of logs. */
        @Override
        public String toString() {
            return "Made[" + award + "]";
        }
    }

    /** That an award was made, or what it is now. */
    public static Achievement submitted(String reference, Made made) {
        return new Achievement(Action.SUBMIT, reference, made.learner.uln(), made, "");
    }

    /** What is to be done only. */
    @Override
    public String toString() {
        return "Achievement[" + action + "]";
    }
}
