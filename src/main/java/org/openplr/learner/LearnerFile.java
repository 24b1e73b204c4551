package org.openplr.learner;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Right;

/**
 * A file of learners, or of what they achieved, that an organisation sent, and how far it is.
 *
 * @param rows how many it has, 0 before it was read
 * @param done how many of them are answered
 * @param good how many of those were taken as they are
 * @param ended when the last was answered
 */
public record LearnerFile(
        UUID id,
        Kind kind,
        String name,
        Instant sent,
        State state,
        int rows,
        int done,
        int good,
        @Nullable Instant ended) {
    /** What files are about: each is sent and seen by others, on pages of its own. */
    public enum About {
        /** Worked off by {@link LearnerFileWork}. */
        LEARNERS(Right.SEND_LEARNER_FILES),
        /** Worked off by the context that keeps records. */
        ACHIEVEMENTS(Right.MAINTAIN_ACHIEVEMENTS),
        /** Worked off by the context that keeps data challenges. */
        CHALLENGES(Right.CHALLENGE_FOR_LEARNERS);

        private final Right right;

        About(Right right) {
            this.right = right;
        }

        /** What the ledger says when one is sent. */
        String sent() {
            return name().toLowerCase(Locale.ROOT).replaceFirst("s$", "") + ".file-sent";
        }

        void require(Actor.OrganisationUser user) {
            right.require(user);
        }

        boolean isFor(Actor.OrganisationUser user) {
            return right.isOf(user);
        }

        List<Kind> kinds() {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.about == this)
                    .toList();
        }
    }

    /** What is wanted for those in it. */
    public enum Kind {
        REGISTER(About.LEARNERS),
        VERIFY(About.LEARNERS),
        /** That they have something to do with the organisation. */
        RELATE(About.LEARNERS),
        AWARDS(About.ACHIEVEMENTS),
        CHALLENGES(About.CHALLENGES);

        private final About about;

        Kind(About about) {
            this.about = about;
        }

        public About about() {
            return about;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** One of those about learners. */
        public static Optional<Kind> parse(String text) {
            return About.LEARNERS.kinds().stream()
                    .filter(kind -> kind.text().equals(text))
                    .findFirst();
        }
    }

    /** Its life: waiting, running, and one of the others; forgotten 30 days after. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** Nothing in it could be taken, and nothing was. */
        REFUSED,
        /** Something of ours broke, again and again. What was done before stays. */
        FAILED,
        FORGOTTEN;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether there is still something to be done. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }

    public boolean isAnswered() {
        return state == State.DONE;
    }

    /** How much of it is done, from 0 to 100. */
    public int percent() {
        return rows == 0 ? 0 : (int) (100L * done / rows);
    }
}
