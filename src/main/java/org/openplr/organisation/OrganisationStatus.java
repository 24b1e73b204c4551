package org.openplr.organisation;

import java.util.Arrays;
import java.util.Optional;

/** How UKRLP's register says that an organisation stands, by UKRLP's own codes. Registration is no mark of quality. */
public enum OrganisationStatus {
    ACTIVE("A"),
    /** Its details were checked against those of its verification authority. */
    VERIFIED("V"),
    /** It is being taken out of the register. */
    DEACTIVATING("PD1"),
    DEACTIVATED("PD2");

    private final String code;

    OrganisationStatus(String code) {
        this.code = code;
    }

    /** UKRLP's code. */
    public String code() {
        return code;
    }

    /** Whether the organisation is offered to be chosen, and can get a new agreement; by its number it is found anyway. */
    public boolean isOffered() {
        return this == ACTIVE || this == VERIFIED;
    }

    public static Optional<OrganisationStatus> parse(String text) {
        return Arrays.stream(values())
                .filter(s -> s.code.equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
