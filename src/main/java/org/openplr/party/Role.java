package org.openplr.party;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do; written {@code registration-super} in tokens and in {@code accounts.csv}. */
public enum Role {
    LEARNER,
    REGISTRATION_SUPER,
    REGISTRATION_ONLINE,
    REGISTRATION_BATCH,
    REGISTRATION_VIEW,
    AWARDING,
    UNIVERSITY,
    ADVISER,
    HELPER,
    /** Of somebody who works for a recipient of shares that is no provider. */
    RECIPIENT,
    ADMINISTRATOR;

    /** The role's public spelling. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> parse(String text) {
        return Arrays.stream(values())
                .filter(r -> r.text().equals(text.strip()))
                .findFirst();
    }
}
