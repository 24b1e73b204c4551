package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Candidates;
import org.openplr.learner.Found;
import org.openplr.matching.Agreement;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/**
 * What a find tells.
 *
 * @param outcome EXACT, POSSIBLE, TOO_MANY, NONE or LINKED
 * @param responseCode the LRS's code for it
 * @param superseded for LINKED, the number that another one took the place of
 * @param learners for EXACT and LINKED one, for POSSIBLE 1–10 with the best first; for a check the number only, or none where
 *     somebody may be meant
 */
public record FoundJson(
        String outcome, String responseCode, @Nullable String superseded, List<CandidateJson> learners) {
    /** Somebody who may be meant, and how each field agrees; of a sensitive learner no date of birth and no gender. */
    public record CandidateJson(
            String uln,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable LocalDate dateOfBirth,
            @Nullable String gender,
            @Nullable Double probability,
            @Nullable List<AgreementJson> agreements) {
        static CandidateJson of(Candidates.Candidate one) {
            return new CandidateJson(
                    one.uln().digits(),
                    one.givenName(),
                    one.familyName(),
                    one.dateOfBirth(),
                    one.sensitive() ? null : one.gender().name(),
                    one.probability(),
                    one.agreements().stream()
                            .filter(field -> field.agreement() != Agreement.NOT_COMPARED)
                            .map(field -> new AgreementJson(
                                    field.field().name(), field.agreement().name()))
                            .toList());
        }

        /** The number, and nothing else. */
        static CandidateJson of(Uln uln) {
            return new CandidateJson(uln.digits(), null, null, null, null, null, null);
        }

        @Override
        public String toString() {
            return "CandidateJson[…]";
        }
    }

    /** How one field agrees. */
    public record AgreementJson(String field, String agreement) {}

    /** @throws Mistake TOO_MANY over the quota */
    static FoundJson of(Found found) {
        return switch (found) {
            case Found.Exact(var one) -> answer("EXACT", "WSRC0004", List.of(CandidateJson.of(one)));
            case Found.Possible(var some) ->
                answer(
                        "POSSIBLE",
                        "WSRC0003",
                        some.stream().map(CandidateJson::of).toList());
            case Found.Linked(var superseded, var one) ->
                new FoundJson("LINKED", "WSRC0022", superseded.digits(), List.of(CandidateJson.of(one)));
            case Found.TooMany() -> answer("TOO_MANY", "WSRC0002", List.of());
            case Found.None() -> answer("NONE", "WSRC0001", List.of());
            case Found.Exists(var uln, var asked) ->
                asked.equals(uln)
                        ? answer("EXACT", "WSRC0004", List.of(CandidateJson.of(uln)))
                        : new FoundJson("LINKED", "WSRC0022", asked.digits(), List.of(CandidateJson.of(uln)));
            case Found.Unclear() -> answer("POSSIBLE", "WSRC0003", List.of());
            case Found.OverQuota(var seconds) -> throw Mistake.tooMany(seconds);
        };
    }

    private static FoundJson answer(String outcome, String code, List<CandidateJson> learners) {
        return new FoundJson(outcome, code, null, learners);
    }
}
