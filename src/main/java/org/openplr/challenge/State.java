package org.openplr.challenge;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a challenge has come. */
public enum State {
    /** It is being written; forgotten after a day. */
    DRAFT,
    /** It is too early: it is raised by itself on its day, if what is missing is missing still. */
    WAITING,
    RAISED,
    /** Whoever owns the data has it, and says so. */
    ACKNOWLEDGED,
    /** They are at it. */
    WITH_OWNER,
    /** They need something from whoever raised it: the clock stands still. */
    EVIDENCE_ASKED,
    UPHELD,
    PARTLY_UPHELD,
    NOT_UPHELD,
    /** Once: the service decides. */
    APPEALED,
    WITHDRAWN,
    CLOSED;

    private static final Set<State> OPEN = EnumSet.of(RAISED, ACKNOWLEDGED, WITH_OWNER, EVIDENCE_ASKED, APPEALED);
    private static final Set<State> ANSWERS = EnumSet.of(UPHELD, PARTLY_UPHELD, NOT_UPHELD);

    /** Whether somebody has still to decide: so long the event is marked. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether it is the answer of whoever owns the data. */
    public boolean isAnswer() {
        return ANSWERS.contains(this);
    }

    /** As interfaces and messages write it: {@code with-owner}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
