package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.ToVerify;
import org.openplr.party.Gender;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.qualification.AwardReference;
import org.openplr.record.Achievement;
import org.openplr.record.Achievement.Action;
import org.openplr.record.Maintained;
import org.openplr.record.Maintaining;
import org.openplr.record.OwnAward;

/** An awarding organisation's own awards: what there is, one more, and one that is taken out, put back or made final. */
@Named
@RequestScoped
public class AwardsPage {
    private static final String LIST = "/organisation/awards";
    private static final String ONE = "/organisation/awards/one";

    @Inject
    private Maintaining maintaining;

    @Inject
    private LearnerForm learnerForm;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    private String search = "";
    private String reference = "";
    private String uln = "";
    private String award = "";
    private String grade = "";
    private String credits = "";
    private String provider = "";
    private String status = "FINAL";
    private String why = "";
    private String told = "";
    private final DateParts awarded = new DateParts();
    private @Nullable List<OwnAward> own;

    /** As {@link FindPage#read}. */
    @PostConstruct
    void read() {
        search = Objects.requireNonNullElse(request.getParameter("search"), "");
        told = Objects.requireNonNullElse(request.getParameter("done"), "");
        reference = Objects.requireNonNullElse(request.getParameter("reference"), "");
    }

    public boolean isAllowed() {
        return visitor.has(Right.MAINTAIN_ACHIEVEMENTS);
    }

    /** Those that begin so, or of this learner; without anything the last ones. */
    public List<OwnAward> getOwn() {
        if (own == null) own = maintaining.own(visitor.organisationUser(), search);
        return own;
    }

    /** Where one is looked at. */
    public String place(OwnAward one) {
        return ONE + "?reference=" + Languages.encode(one.reference());
    }

    /** The one whose reference stands in the address. */
    public @Nullable OwnAward getOne() {
        return maintaining.one(visitor.organisationUser(), reference).orElse(null);
    }

    /** Submits one. */
    public String submit() {
        var number = Uln.parse(uln);
        if (number.isEmpty()) faults.at("uln", "desk.uln-invalid");
        learnerForm.named();
        var what = AwardReference.parse(award);
        if (what.isEmpty())
            faults.at("award", award.isBlank() ? "credit.reference-missing" : "credit.reference-invalid");
        var on = awarded.date();
        if (on.isEmpty()) faults.at("awardedOn", "awards.day-invalid");
        var where = provider.isBlank() ? Optional.<Ukprn>empty() : Ukprn.parse(provider);
        if (!provider.isBlank() && where.isEmpty()) faults.at("provider", "fault.not-a-ukprn");
        if (!credits.isBlank() && !credits.strip().matches("[0-9]{1,3}"))
            faults.at("credits", "awards.credits-invalid");
        if (faults.isAny()) return "";
        return take(Achievement.submitted(
                reference.strip(),
                new Achievement.Made(
                        new ToVerify(
                                number.orElseThrow(),
                                learnerForm.text("GivenName"),
                                learnerForm.text("FamilyName"),
                                learnerForm.birthIfAny(),
                                Gender.UNKNOWN),
                        what.orElseThrow(),
                        on.orElseThrow(),
                        grade.strip(),
                        credits.isBlank() ? null : Integer.valueOf(credits.strip()),
                        "",
                        status.equals("PROVISIONAL"),
                        where.orElse(null))));
    }

    /** Takes it out of the record. */
    public String withdraw() {
        return act(Action.WITHDRAW);
    }

    /** Puts it back. */
    public String reinstate() {
        return act(Action.REINSTATE);
    }

    /** It changes no more. */
    public String makeFinal() {
        return act(Action.FINAL);
    }

    private String act(Action action) {
        var one = getOne();
        if (one == null) {
            faults.at("", "fault.no-such-achievement");
            return "";
        }
        return take(new Achievement(action, reference, one.uln(), null, why.strip()));
    }

    private String take(Achievement one) {
        var outcome =
                maintaining.maintain(visitor.organisationUser(), List.of(one)).getFirst();
        if (outcome instanceof Maintained.Rejected rejected) {
            for (var fault : rejected.faults()) faults.at(fault.pointer(), fault);
            return "";
        }
        var place = one.action() == Action.SUBMIT ? LIST : ONE;
        // Faces encodes it; of what a reference may have, nothing ends a parameter.
        return place + "?faces-redirect=true&reference=" + one.reference() + "&done=" + done(outcome);
    }

    /** The end of the message that says so. */
    private static String done(Maintained outcome) {
        return switch (outcome) {
            case Maintained.Created() -> "created";
            case Maintained.Updated() -> "updated";
            case Maintained.Unchanged() -> "unchanged";
            case Maintained.Withdrawn() -> "withdrawn";
            case Maintained.Reinstated() -> "reinstated";
            case Maintained.Promoted() -> "promoted";
            case Maintained.Rejected _ -> "";
        };
    }

    /** What was done just now; empty for nothing that we would say. */
    public String getTold() {
        return told.matches("created|updated|unchanged|withdrawn|reinstated|promoted") ? told : "";
    }

    public String getSearch() {
        return search;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getAward() {
        return award;
    }

    public void setAward(String award) {
        this.award = award;
    }

    public String getGrade() {
        return grade;
    }

    public void setGrade(String grade) {
        this.grade = grade;
    }

    public String getCredits() {
        return credits;
    }

    public void setCredits(String credits) {
        this.credits = credits;
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public DateParts getAwarded() {
        return awarded;
    }
}
