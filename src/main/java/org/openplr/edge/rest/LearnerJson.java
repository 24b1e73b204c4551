package org.openplr.edge.rest;

import java.time.LocalDate;
import org.openplr.learner.Learner;

/** A learner's own details. */
public record LearnerJson(
        String uln,
        String givenName,
        String familyName,
        LocalDate dateOfBirth,
        String gender,
        String postcode,
        String verification,
        String abilityToShare) {
    static LearnerJson of(Learner learner) {
        return new LearnerJson(
                learner.uln().digits(),
                learner.givenName(),
                learner.familyName(),
                learner.dateOfBirth(),
                learner.gender().name(),
                learner.postcode(),
                learner.verification().name(),
                learner.abilityToShare().name());
    }

    @Override
    public String toString() {
        return "LearnerJson[…]";
    }
}
