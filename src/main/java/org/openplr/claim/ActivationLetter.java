package org.openplr.claim;

import java.time.Instant;

/** What a letter with an activation code says: to whom, and until when; neither number nor date of birth. */
public record ActivationLetter(ActivationCode code, String givenName, String familyName, Instant expires) {
    @Override
    public String toString() {
        return "ActivationLetter[…]";
    }
}
