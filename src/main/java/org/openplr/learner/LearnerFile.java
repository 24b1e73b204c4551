package org.openplr.learner;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of learners that an organisation sent, and how far it is.
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
    /** What is wanted for those in it. */
    public enum Kind {
        REGISTER,
        VERIFY;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> parse(String text) {
            return Arrays.stream(values())
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
