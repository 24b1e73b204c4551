package org.openplr.share;

/** The parts of a learner's identity that a share may show; none is shown unless ticked. */
public enum IdentityField {
    NAME("name"),
    DATE_OF_BIRTH("dateOfBirth"),
    ULN("uln");

    private final String text;

    IdentityField(String text) {
        this.text = text;
    }

    /** The name in JSON and in the ledger. */
    public String text() {
        return text;
    }
}
