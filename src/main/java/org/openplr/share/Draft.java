package org.openplr.share;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a learner has answered so far on the pages that lead to a share.
 *
 * @param id stands in the pages' addresses; another learner's is nobody's
 * @param pinChosen whether a PIN was chosen; the PIN itself is only kept as a digest
 */
public record Draft(UUID id, Answers answers, boolean pinChosen) {
    /** The three ways to say what is shared. */
    public enum What {
        USUAL,
        EVERYTHING,
        CHOSEN
    }

    /**
     * The answers; null where not yet answered.
     *
     * @param scope what is shared, whichever way it was chosen
     * @param maxViews null for no limit
     * @param pinOnLink whether the link asks for the PIN too
     */
    public record Answers(
            @Nullable Purpose purpose,
            @Nullable Recipient recipient,
            @Nullable What what,
            @Nullable Scope scope,
            @Nullable Instant expires,
            @Nullable Integer maxViews,
            SecondFactor.@Nullable Kind secondFactor,
            boolean pinOnLink,
            @Nullable OnChallenge onChallenge) {
        /** Nothing answered. */
        public static Answers none() {
            return new Answers(null, null, null, null, null, null, null, false, null);
        }

        /** For whom: how a registered organisation proves that it is meant is then no question. */
        public Answers recipient(Purpose forWhat, Recipient whom) {
            var factor = factorFor(whom);
            return new Answers(forWhat, whom, what, scope, expires, maxViews, factor, pinOnLink, onChallenge);
        }

        private SecondFactor.@Nullable Kind factorFor(Recipient whom) {
            if (whom.hasInbox()) return SecondFactor.Kind.SIGN_IN;
            return signsIn() ? null : secondFactor;
        }

        /** Whether its recipient signs in. */
        public boolean signsIn() {
            return secondFactor == SecondFactor.Kind.SIGN_IN;
        }

        public Answers what(What way, Scope chosen) {
            return new Answers(
                    purpose, recipient, way, chosen, expires, maxViews, secondFactor, pinOnLink, onChallenge);
        }

        public Answers until(Instant end, @Nullable Integer most) {
            return new Answers(purpose, recipient, what, scope, end, most, secondFactor, pinOnLink, onChallenge);
        }

        /** How they prove that it is meant for them; only a PIN can be asked for by the link too. */
        public Answers secondFactor(SecondFactor.Kind kind, boolean onLink) {
            return new Answers(purpose, recipient, what, scope, expires, maxViews, kind, onLink, onChallenge);
        }

        public Answers onChallenge(OnChallenge way) {
            return new Answers(purpose, recipient, what, scope, expires, maxViews, secondFactor, pinOnLink, way);
        }
    }
}
