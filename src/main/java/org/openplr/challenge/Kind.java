package org.openplr.challenge;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is said to be wrong. */
public enum Kind {
    /** What an event says. */
    WRONG("wrong"),
    /** An event that is not there. */
    MISSING("missing"),
    /** An event of somebody else. */
    NOT_MINE("notMine"),
    /** Two events that are one. */
    DUPLICATE("duplicate"),
    /** Name or date of birth in the register. */
    DETAILS("details"),
    /** The learner has a second number. */
    TWO_NUMBERS("twoNumbers"),
    /** Somebody looked who should not have. */
    WRONG_LOOK("wrongLook");

    private static final Set<Kind> OF_EVENTS = EnumSet.of(WRONG, NOT_MINE, DUPLICATE);
    private static final Set<Kind> SUPPLYING = EnumSet.of(WRONG, MISSING, DETAILS);

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** As interfaces and pages write it. */
    public String text() {
        return text;
    }

    /** Whether it is about an event that is in the record, which is then marked. */
    public boolean isOfEvent() {
        return OF_EVENTS.contains(this);
    }

    /** Whether whoever raises it says what it should be. */
    public boolean isSupplying() {
        return SUPPLYING.contains(this);
    }

    public static Optional<Kind> parse(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }
}
