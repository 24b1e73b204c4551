package org.openplr.matching;

/** How much a field of two people agrees; the best that fits counts. */
public enum Agreement {
    /** The same after normalising. */
    EXACT,
    /** A given name and what its bearers are called, or a preferred name. */
    KNOWN_AS,
    /** The family name of one is a former one of the other. */
    FORMER,
    /** Half of a double name, one of two given names. */
    PART,
    /** An initial, or the beginning of the other. */
    SHORTENED,
    /** Day and month in each other's place; for the order of names, given and family. */
    SWAPPED,
    /** One slip apart: a letter put in, left out or taken for another, two that changed places; two in a long name. */
    TYPO,
    /** Two of day, month and year; the same neighbourhood of a postcode. */
    NEAR,
    /** It sounds alike. */
    SOUNDS,
    /** The same postcode area. */
    AREA,
    DIFFERENT,
    /** One of the two does not say. */
    NOT_COMPARED
}
