package org.openplr.share;

import java.time.LocalDate;

/** What somebody brings to open a share. */
public sealed interface Proof {
    /** The secret of a link: it is the proof by itself, unless the learner asks for the PIN on top. */
    record Link(LinkSecret secret) implements Proof {}

    /** The secret of a link with the PIN that the learner told separately. */
    record LinkAndPin(LinkSecret secret, String pin) implements Proof {
        @Override
        public String toString() {
            return "LinkAndPin[…]";
        }
    }

    /** A code with the learner's date of birth. */
    record CodeAndDateOfBirth(ShareCode code, LocalDate dateOfBirth) implements Proof {
        @Override
        public String toString() {
            return "CodeAndDateOfBirth[…]";
        }
    }

    /** A code with the PIN that the learner told separately. */
    record CodeAndPin(ShareCode code, String pin) implements Proof {
        @Override
        public String toString() {
            return "CodeAndPin[…]";
        }
    }
}
