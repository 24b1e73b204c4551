package org.openplr.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an organisation mainly is to a learner; written in lower case in files and on the wire. */
public enum OrganisationKind {
    /** A school, college or training provider. */
    PROVIDER,
    UNIVERSITY,
    /** An awarding organisation. */
    AWARDING,
    EMPLOYER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OrganisationKind> parse(String text) {
        return Arrays.stream(values())
                .filter(k -> k.text().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
