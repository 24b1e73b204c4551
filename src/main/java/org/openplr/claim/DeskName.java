package org.openplr.claim;

import java.time.LocalDate;
import org.openplr.party.VerificationType;

/**
 * What a learner is called now, by a document that an officer saw: never its number, never a copy.
 *
 * @param type of the document
 * @param seen on which day
 */
public record DeskName(String given, String family, VerificationType type, LocalDate seen) {
    public DeskName {
        given = given.strip();
        family = family.strip();
    }

    @Override
    public String toString() {
        return "DeskName[" + type + "]";
    }
}
