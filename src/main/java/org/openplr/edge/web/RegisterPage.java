package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.openplr.learner.Registered;
import org.openplr.learner.Registration;
import org.openplr.learner.TemporaryNumbers;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/** Gives somebody a number who was looked for and not found. */
@Named
@RequestScoped
public class RegisterPage {
    private static final String REGISTER = "/organisation/register";

    @Inject
    private Registration registration;

    @Inject
    private LearnerForm learnerForm;

    @Inject
    private LearnerPage learnerPage;

    @Inject
    private TemporaryNumbers temporary;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private String uln = "";
    private String outcome = "";

    /** Nobody comes here but from a find. */
    public void load() throws IOException {
        if (learnerForm.text("FamilyName").isEmpty()
                && !faults.isAny()
                && learnerForm.getTyped().isEmpty()) answer.redirect(FindPage.FIND);
    }

    public void loadDone() throws IOException {
        if (Uln.parse(uln).isEmpty()) answer.redirect(FindPage.FIND);
    }

    /** Registers; everything that is wrong is told at once, and nothing typed is lost. */
    public String register() {
        var learner = learnerForm.learner();
        if (learner.isEmpty()) return REGISTER;
        try {
            return switch (registration.register(visitor.organisationUser(), learner.get(), Optional.empty())) {
                case Registered.New(var number) -> done("new", number);
                case Registered.Again(var number) -> done("again", number);
                case Registered.Known(var number) -> done("known", number);
                case Registered.FindFirst _ -> {
                    faults.at("", "registering.find-first");
                    yield REGISTER;
                }
                case Registered.Possible _, Registered.TooMany _, Registered.Rejected _ ->
                    throw new IllegalStateException("only from a file");
            };
        } catch (Mistake mistake) {
            faults.from(mistake);
            return REGISTER;
        }
    }

    private String done(String how, Uln number) {
        OneShare.uuid(learnerForm.text("TemporaryId"))
                .ifPresent(id -> temporary.registered(visitor.organisationUser(), id, number));
        outcome = how;
        uln = number.digits();
        return "/organisation/register/done";
    }

    /** The details of whoever has the number now. */
    public String toLearner() {
        learnerPage.setUln(uln);
        return learnerPage.show();
    }

    /** The number in groups, as it is read out. */
    public String getGrouped() {
        return uln.replaceFirst("(\\d{3})(\\d{3})(\\d{4})", "$1 $2 $3");
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome.matches("new|again|known") ? outcome : "";
    }
}
