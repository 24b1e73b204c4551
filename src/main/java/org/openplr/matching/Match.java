package org.openplr.matching;

import java.util.List;

/**
 * How a candidate compares.
 *
 * @param candidate its place in the list that was given
 * @param alone the probability that it is the one who is meant, as if there were no other candidate
 * @param probability that it is, the other candidates considered: at most one of them can be meant
 * @param agreements of every field that one of the two has
 * @param agreesInAll whether every mandatory field that was asked for agrees, none of the others disagrees, and more than
 *     names and date of birth does
 */
public record Match(
        int candidate, double alone, double probability, List<FieldAgreement> agreements, boolean agreesInAll) {
    public Match {
        agreements = List.copyOf(agreements);
    }
}
