package org.openplr.party;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a learner's identity was verified.
 *
 * <p>The numbers 0–7 and 999 are the real service's (learner.xsd); which label belongs to which number is not known
 * from a primary source, so the order here is our own. Which evidence is Level One is from the seed.
 */
public enum VerificationType {
    NONE(0, false),
    RELATIONSHIP_WITH_SCHOOL(1, false),
    PASSPORT(2, true),
    DRIVING_LICENCE(3, true),
    ID_CARD(4, true),
    NATIONAL_INSURANCE_CARD(5, true),
    CERTIFICATE_OF_ENTITLEMENT(6, true),
    BANK_CARD(7, true),
    OTHER(999, false);

    private final int code;
    private final boolean levelOne;

    VerificationType(int code, boolean levelOne) {
        this.code = code;
        this.levelOne = levelOne;
    }

    public int code() {
        return code;
    }

    /** Whether this evidence lets a learner see their record online. */
    public boolean isLevelOne() {
        return levelOne;
    }

    public static Optional<VerificationType> ofCode(int code) {
        return Arrays.stream(values()).filter(v -> v.code == code).findFirst();
    }
}
