package org.openplr.party;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether organisations may look at a learner's events by their own lawful route (learner.xsd, MIAPAbilityToShare).
 *
 * <p>It never stops the learner: neither their own view nor a share of theirs.
 */
public enum AbilityToShare {
    /** The privacy notice has not been seen. */
    NOTICE_NOT_SEEN(0),
    /** The notice was seen; organisations may look. */
    MAY_SHARE(1),
    /** An opt-out from before 25 May 2018: organisations are stopped (WSEC0206). */
    OPTED_OUT(2);

    private final int code;

    AbilityToShare(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<AbilityToShare> ofCode(int code) {
        return Arrays.stream(values()).filter(a -> a.code == code).findFirst();
    }
}
