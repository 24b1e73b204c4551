package org.openplr.share;

/** What somebody who types a code has to know besides it. */
public sealed interface SecondFactor {
    /** The learner's date of birth. */
    record DateOfBirth() implements SecondFactor {}

    /**
     * A number that the learner chose and tells separately.
     *
     * @param digits 4 to 12 digits
     */
    record Pin(String digits) implements SecondFactor {
        @Override
        public String toString() {
            return "Pin[…]";
        }
    }

    /** A PIN that was chosen on an earlier page: only its digest is still there. */
    record PinOfDraft(String keyId, String digest) implements SecondFactor {
        @Override
        public String toString() {
            return "PinOfDraft[…]";
        }
    }

    /** The stored kinds. */
    enum Kind {
        DATE_OF_BIRTH,
        PIN
    }
}
