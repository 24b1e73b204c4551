package org.openplr.share;

/** How somebody proves that a share is meant for them: by what they know besides its code, or by who they are. */
public sealed interface SecondFactor {
    /** The learner's date of birth. */
    record DateOfBirth() implements SecondFactor {}

    /**
     * A number that the learner chose and tells separately.
     *
     * @param digits 4 to 12 digits
     * @param onLink whether the link asks for it too; else whoever has the link can look
     */
    record Pin(String digits, boolean onLink) implements SecondFactor {
        /** One for the code only. */
        public Pin(String digits) {
            this(digits, false);
        }

        @Override
        public String toString() {
            return "Pin[…]";
        }
    }

    /** A PIN that was chosen on an earlier page: only its digest is still there. */
    record PinOfDraft(String keyId, String digest, String salt, boolean onLink) implements SecondFactor {
        @Override
        public String toString() {
            return "PinOfDraft[…]";
        }
    }

    /** They sign in for the registered organisation it is for: there is no link and no code. */
    record SignIn() implements SecondFactor {}

    /** The stored kinds. */
    enum Kind {
        DATE_OF_BIRTH,
        PIN,
        SIGN_IN
    }
}
