package org.openplr.party;

import java.util.Arrays;
import java.util.Optional;

/** Gender as the LRS codes it (learner.xsd, MIAPGender). */
public enum Gender {
    UNKNOWN(0),
    MALE(1),
    FEMALE(2),
    NOT_DETERMINED(9);

    private final int code;

    Gender(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<Gender> ofCode(int code) {
        return Arrays.stream(values()).filter(g -> g.code == code).findFirst();
    }
}
