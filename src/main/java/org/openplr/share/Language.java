package org.openplr.share;

import java.util.Locale;

/** The language in which the learner made a share: letters and e-mails follow it. */
public enum Language {
    EN,
    CY;

    /** {@code en} or {@code cy}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
