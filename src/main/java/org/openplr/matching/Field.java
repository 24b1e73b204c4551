package org.openplr.matching;

/** What of two people is compared. */
public enum Field {
    GIVEN_NAME,
    FAMILY_NAME,
    /** Whether given and family name stand in each other's place. */
    NAME_ORDER,
    DATE_OF_BIRTH,
    GENDER,
    POSTCODE,
    PLACE_OF_BIRTH,
    SCHOOL_AT_16,
    EMAIL,
    /** A number that somebody else gave: of the pupil, the candidate, the student, the applicant. */
    OTHER_NUMBER
}
