package org.openplr.claim;

import java.time.LocalDate;
import java.util.Optional;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;

/** What comes of looking for a learner at a desk. */
public sealed interface DeskFinding {
    /**
     * Somebody of this organisation.
     *
     * @param claimed whether somebody signs in to this record already
     * @param young whether they are under 16
     * @param waiting what a first officer saw, where a second one has to confirm it
     */
    record Found(
            Uln uln,
            String givenName,
            String familyName,
            LocalDate dateOfBirth,
            VerificationType verification,
            boolean claimed,
            boolean young,
            Optional<Waiting> waiting)
            implements DeskFinding {
        @Override
        public String toString() {
            return "Found[" + uln + "]";
        }
    }

    /** Somebody of this organisation who died: nobody opens their record any more. */
    record Deceased() implements DeskFinding {}

    /** Nobody who could be shown here: one answer for everything that is not found. */
    record NotFound() implements DeskFinding {}

    /**
     * A check that waits for a second pair of eyes.
     *
     * @param need what the learner gets when it is confirmed
     * @param byMe whether it is the one who looks who made it
     */
    record Waiting(VerificationType type, LocalDate seen, Need need, boolean byMe) {}
}
