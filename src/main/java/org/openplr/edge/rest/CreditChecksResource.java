package org.openplr.edge.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.credit.CreditAnswer;
import org.openplr.credit.CreditChecks;
import org.openplr.credit.CreditQuestion;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.qualification.AwardReference;

/** Whether one learner has one award, for awarding organisations. */
@Path("credit-checks")
@Consumes("application/json")
@Produces("application/json")
public class CreditChecksResource {
    private static final int NAME = 35;
    private static final int REFERENCE = 40;

    private final Caller caller;
    private final CreditChecks checks;

    @Inject
    public CreditChecksResource(Caller caller, CreditChecks checks) {
        this.caller = caller;
        this.checks = checks;
    }

    /** A learner's details, and the reference of a qualification or a unit in any of its spellings; one, and no part of one. */
    public record QuestionJson(
            @Nullable String uln,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable LocalDate dateOfBirth,
            @Nullable String reference) {
        private CreditQuestion read() {
            var faults = new Faults();
            var number = Uln.parse(uln == null ? "" : uln);
            if (number.isEmpty()) faults.add("/uln", "not-a-uln");
            var given = faults.text("/givenName", givenName, NAME);
            var family = faults.text("/familyName", familyName, NAME);
            var asked = faults.text("/reference", reference, REFERENCE).flatMap(AwardReference::parse);
            if (asked.isEmpty() && reference != null && !reference.isBlank())
                faults.add("/reference", "not-a-reference");
            faults.throwIfAny();
            return new CreditQuestion(
                    number.orElseThrow(), given.orElseThrow(), family.orElseThrow(), dateOfBirth, asked.orElseThrow());
        }

        @Override
        public String toString() {
            return "QuestionJson[…]";
        }
    }

    /** An award, once for each time it was made. */
    public record AwardJson(
            String awardingOrganisation,
            String reference,
            String title,
            String level,
            @Nullable LocalDate awardedOn,
            String grade,
            @Nullable Integer credits) {
        private static AwardJson of(CreditAnswer.Award one) {
            return new AwardJson(
                    one.awardingOrganisation(),
                    one.reference(),
                    one.title(),
                    one.level(),
                    one.awardedOn(),
                    one.grade(),
                    one.credits());
        }

        @Override
        public String toString() {
            return "AwardJson[…]";
        }
    }

    /**
     * The answer.
     *
     * @param confirmed false where it cannot be confirmed for these details: it never says that something was not achieved
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record AnswerJson(boolean confirmed, List<AwardJson> awards) {}

    /** Asks whether a learner has one award. */
    @POST
    @Needs(Right.CHECK_CREDITS)
    public AnswerJson check(QuestionJson question) {
        return switch (checks.check(caller.organisation(), question.read())) {
            case CreditAnswer.Confirmed(var awards) ->
                new AnswerJson(true, awards.stream().map(AwardJson::of).toList());
            case CreditAnswer.NotConfirmed() -> new AnswerJson(false, List.of());
            case CreditAnswer.OverQuota(var seconds) -> throw Mistake.tooMany(seconds);
        };
    }
}
