package org.openplr.challenge;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody does to a challenge. */
public enum Step {
    RAISE,
    /** It is too early. */
    POSTPONE,
    /** What was missing has come by itself. */
    ARRIVE,
    ACKNOWLEDGE,
    TAKE_UP,
    /** For evidence, or who somebody is. */
    ASK,
    /** Evidence, asked for or not. */
    GIVE,
    /** More time, with a reason, told in time. */
    EXTEND,
    /** To whoever owns the data indeed. */
    PASS_ON,
    UPHOLD,
    UPHOLD_PARTLY,
    REJECT,
    APPEAL,
    WITHDRAW,
    CLOSE;

    private static final Set<Step> WITH_WORDS = EnumSet.of(ASK, GIVE, EXTEND, PASS_ON, UPHOLD_PARTLY, REJECT, APPEAL);
    private static final Set<Step> DECISIONS = EnumSet.of(UPHOLD, UPHOLD_PARTLY, REJECT);

    /** Whether it needs to be said in words. */
    boolean needsWords() {
        return WITH_WORDS.contains(this);
    }

    /** Whether it decides. */
    public boolean isDecision() {
        return DECISIONS.contains(this);
    }

    /** The one that is written so; empty where none is. */
    public static Optional<Step> parse(String text) {
        return Arrays.stream(values()).filter(step -> step.text().equals(text)).findFirst();
    }

    /** As interfaces, messages and the ledger write it: {@code take-up}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
