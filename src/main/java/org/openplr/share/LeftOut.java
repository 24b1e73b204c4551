package org.openplr.share;

/** Fields of an item that a share may leave out. */
public enum LeftOut {
    GRADE("grade"),
    CREDITS("credits"),
    PROVIDER("provider"),
    /** Every date of the item, also the one on which it was loaded: it tells the others to within months. */
    DATES("dates");

    private final String text;

    LeftOut(String text) {
        this.text = text;
    }

    /** The name in JSON and in the ledger. */
    public String text() {
        return text;
    }
}
