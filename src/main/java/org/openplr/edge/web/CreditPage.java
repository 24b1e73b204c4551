package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.openplr.credit.CreditAnswer;
import org.openplr.credit.CreditChecks;
import org.openplr.credit.CreditQuestion;
import org.openplr.learner.ToVerify;
import org.openplr.learner.Verifying;
import org.openplr.party.Gender;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.qualification.AwardReference;

/** Whether one learner has one award: the details first, where they are to be verified, then the question. */
@Named
@RequestScoped
public class CreditPage {
    @Inject
    private CreditChecks checks;

    @Inject
    private Verifying verifying;

    @Inject
    private VerifyPage verifyPage;

    @Inject
    private LearnerForm learnerForm;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    private String uln = "";
    private String reference = "";
    private String verified = "";
    private String outcome = "";
    private List<CreditAnswer.Award> awards = List.of();

    /** Whether the details are right, before anything is asked of the record. */
    public void verify() {
        var number = details();
        if (faults.isAny()) return;
        try {
            var learner = new ToVerify(
                    number.orElseThrow(),
                    learnerForm.text("GivenName"),
                    learnerForm.text("FamilyName"),
                    learnerForm.birthIfAny(),
                    Gender.UNKNOWN);
            verified = verifyPage.words(verifying
                    .verify(visitor.organisationUser(), List.of(learner))
                    .getFirst());
        } catch (Mistake mistake) {
            if (mistake.faults().isEmpty()) throw mistake;
            faults.from(mistake);
        }
    }

    private Optional<Uln> details() {
        var number = Uln.parse(uln);
        if (number.isEmpty()) faults.at("uln", "desk.uln-invalid");
        learnerForm.named();
        learnerForm.birthIfAny();
        return number;
    }

    /** Asks for the award. */
    public void ask() {
        var number = details();
        var asked = AwardReference.parse(reference);
        if (asked.isEmpty())
            faults.at("reference", reference.isBlank() ? "credit.reference-missing" : "credit.reference-invalid");
        if (faults.isAny()) return;
        var answer = checks.check(
                visitor.organisationUser(),
                new CreditQuestion(
                        number.orElseThrow(),
                        learnerForm.text("GivenName"),
                        learnerForm.text("FamilyName"),
                        learnerForm.birthIfAny(),
                        asked.orElseThrow()));
        outcome = switch (answer) {
            case CreditAnswer.Confirmed(var some) -> {
                awards = some;
                yield "confirmed";
            }
            case CreditAnswer.NotConfirmed() -> "not-confirmed";
            case CreditAnswer.OverQuota _ -> "over-quota";
        };
    }

    public boolean isAllowed() {
        return visitor.has(Right.CHECK_CREDITS);
    }

    /** {@code confirmed}, {@code not-confirmed}, {@code over-quota}; empty before anything was asked. */
    public String getOutcome() {
        return outcome;
    }

    public List<CreditAnswer.Award> getAwards() {
        return awards;
    }

    /** What came of verifying the details, in words. */
    public String getVerified() {
        return verified;
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
