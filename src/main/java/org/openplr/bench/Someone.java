package org.openplr.bench;

import java.time.LocalDate;

/**
 * A made-up person, as a file has them.
 *
 * @param gender as the LRS codes it: 1 male, 2 female, 0 and 9 not known
 * @param previousFamilyName empty where there is none
 */
record Someone(
        String givenName,
        String familyName,
        LocalDate dateOfBirth,
        int gender,
        String postcode,
        String previousFamilyName) {
    static final int MALE = 1;
    static final int FEMALE = 2;

    boolean isFemale() {
        return gender == FEMALE;
    }

    Someone given(String name) {
        return new Someone(name, familyName, dateOfBirth, gender, postcode, previousFamilyName);
    }

    Someone family(String name) {
        return new Someone(givenName, name, dateOfBirth, gender, postcode, previousFamilyName);
    }

    Someone born(LocalDate day) {
        return new Someone(givenName, familyName, day, gender, postcode, previousFamilyName);
    }

    Someone gender(int code) {
        return new Someone(givenName, familyName, dateOfBirth, code, postcode, previousFamilyName);
    }

    Someone at(String code) {
        return new Someone(givenName, familyName, dateOfBirth, gender, code, previousFamilyName);
    }

    Someone before(String name) {
        return new Someone(givenName, familyName, dateOfBirth, gender, postcode, name);
    }
}
