package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Candidates.Candidate;
import org.openplr.learner.FindType;
import org.openplr.learner.Finding;
import org.openplr.learner.Found;
import org.openplr.matching.Agreement;
import org.openplr.matching.Field;
import org.openplr.matching.FieldAgreement;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/** Finds a learner by what is known of them, and leads on: to their details, to what they have to do with us, to a number. */
@Named
@RequestScoped
public class FindPage {
    static final String FIND = "/organisation/find";
    private static final String FOUND = "/organisation/find/found";

    @Inject
    private Finding finding;

    @Inject
    private LearnerForm learnerForm;

    @Inject
    private LearnerPage learnerPage;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private String wanted = "";
    private String chosen = "";
    private @Nullable Found found;

    /** Radios of people who are found anew for each answer are there only when it is written. */
    @PostConstruct
    void read() {
        chosen = Objects.requireNonNullElse(request.getParameter("chosen"), "");
    }

    /**
     * A field of somebody who may be meant, beside what was typed.
     *
     * @param agreement in words
     * @param differs whether it is not the same
     */
    public record Compared(String label, String typed, String known, String agreement, boolean differs) {
        @Override
        public String toString() {
            return "Compared[" + label + "]";
        }
    }

    /** Somebody who may be meant. */
    public record Shown(Candidate learner, String number, List<Compared> fields) {
        public Shown {
            fields = List.copyOf(fields);
        }
    }

    /** Whether the one who looks has this page: then others lead to it. */
    public boolean isAllowed() {
        return visitor.has(Right.CHECK_LEARNERS);
    }

    public boolean isRegistering() {
        return visitor.has(Right.REGISTER_LEARNERS);
    }

    public boolean isReading() {
        return visitor.has(Right.READ_LEARNERS);
    }

    public boolean isRelating() {
        return visitor.has(Right.KEEP_RELATIONSHIPS);
    }

    public boolean isReports() {
        return visitor.has(Right.READ_NUMBER_CHANGES);
    }

    /** What the page of an answer does first: in the other language it looks again, and alone it is none. */
    public void again() throws IOException {
        if (learnerForm.text("FamilyName").isEmpty() && found == null) answer.redirect(FIND);
        else if (request.getParameter(Languages.PARAMETER) != null) find();
    }

    /** Finds; a number counts where one is typed. */
    public String find() {
        var type = visitor.has(Right.FIND_LEARNERS) ? FindType.FULL : FindType.CHECK;
        try {
            if (wanted.isBlank()) {
                var person = learnerForm.person();
                if (person.isEmpty()) return FIND;
                found = finding.find(visitor.organisationUser(), person.get(), type);
            } else {
                var number = Uln.parse(wanted);
                if (number.isEmpty()) faults.at("wanted", "desk.uln-invalid");
                if (!learnerForm.named() || number.isEmpty()) return FIND;
                found = finding.find(
                        visitor.organisationUser(),
                        number.get(),
                        learnerForm.text("GivenName"),
                        learnerForm.text("FamilyName"),
                        type);
            }
            return FOUND;
        } catch (Mistake mistake) {
            if (mistake.faults().isEmpty()) throw mistake;
            faults.from(mistake);
            return FIND;
        }
    }

    /** Shows what was found elsewhere for whom the form is filled with. */
    void show(Found other) {
        found = other;
    }

    /** The form again, with all that was typed. */
    public String change() {
        return FIND;
    }

    /** The details of whoever was chosen, if they have to do with us. */
    public String toLearner() {
        if (isNotChosen()) return FOUND;
        learnerPage.setUln(chosen);
        return learnerPage.show();
    }

    /** What whoever was chosen has to do with us. */
    public String toBegin() {
        if (isNotChosen()) return FOUND;
        learnerPage.setUln(chosen);
        return learnerPage.toBegin();
    }

    /** A number for whoever was not found. */
    public String toRegister() {
        return "/organisation/register";
    }

    private boolean isNotChosen() {
        if (Uln.parse(chosen).isPresent()) return false;
        find();
        faults.at("chosen", "finding.chosen-missing");
        return true;
    }

    /** What came of it: a word of the messages. */
    public String getOutcome() {
        return switch (found) {
            case null -> "";
            case Found.Exact _ -> "exact";
            case Found.Possible _ -> "possible";
            case Found.Linked _ -> "linked";
            case Found.TooMany _ -> "too-many";
            case Found.None _ -> "none";
            case Found.Exists(var uln, var asked) -> uln.equals(asked) ? "exists" : "linked";
            case Found.Unclear _ -> "unclear";
            case Found.OverQuota _ -> "over-quota";
        };
    }

    /** Whether somebody new may be meant. */
    public boolean isPerhapsNew() {
        return isRegistering() && wanted.isBlank() && (found instanceof Found.None || found instanceof Found.Possible);
    }

    public List<Shown> getLearners() {
        return switch (found) {
            case Found.Exact(var one) -> List.of(shown(one));
            case Found.Linked linked -> List.of(shown(linked.learner()));
            case Found.Possible(var some) -> some.stream().map(this::shown).toList();
            case null, default -> List.of();
        };
    }

    /** The number that was told by itself: the one that another took the place of, or that of a check. */
    public String getTold() {
        return switch (found) {
            case Found.Linked linked -> linked.superseded().digits();
            case Found.Exists exists -> exists.asKnownBy().digits();
            case null, default -> "";
        };
    }

    /** The number that counts, where the one that was told was superseded. */
    public String getCounting() {
        return switch (found) {
            case Found.Linked linked -> linked.learner().uln().digits();
            case Found.Exists exists -> exists.uln().digits();
            case null, default -> "";
        };
    }

    private Shown shown(Candidate one) {
        return new Shown(
                one,
                one.uln().digits(),
                one.agreements().stream()
                        .filter(this::says)
                        .map(field -> compared(one, field))
                        .toList());
    }

    /** What nobody asked for, and an order of names that is right, say nothing. */
    private boolean says(FieldAgreement field) {
        return switch (field.field()) {
            case NAME_ORDER -> field.agreement() == Agreement.SWAPPED;
            case PLACE_OF_BIRTH, SCHOOL_AT_16, EMAIL, OTHER_NUMBER ->
                !typed(field.field()).isBlank();
            case GIVEN_NAME, FAMILY_NAME, DATE_OF_BIRTH, GENDER, POSTCODE -> true;
        };
    }

    private Compared compared(Candidate one, FieldAgreement field) {
        var differs = field.agreement() != Agreement.EXACT && field.agreement() != Agreement.NOT_COMPARED;
        return new Compared(
                words.of("compared." + field.field()),
                typed(field.field()),
                known(one, field.field()),
                words.of("agreement." + field.agreement()),
                differs);
    }

    private String typed(Field field) {
        return switch (field) {
            case GIVEN_NAME -> learnerForm.text("GivenName");
            case FAMILY_NAME -> learnerForm.text("FamilyName");
            case NAME_ORDER -> learnerForm.text("GivenName") + " " + learnerForm.text("FamilyName");
            case DATE_OF_BIRTH -> words.date(learnerForm.getBirth().date().orElse(null));
            case GENDER ->
                learnerForm.gender().map(g -> words.of("gender." + g)).orElse("");
            case POSTCODE -> learnerForm.text("LastKnownPostCode");
            case PLACE_OF_BIRTH -> learnerForm.text("PlaceOfBirth");
            case SCHOOL_AT_16 -> learnerForm.text("SchoolAtAge16");
            case EMAIL -> learnerForm.text("EmailAddress");
            case OTHER_NUMBER -> String.join(", ", learnerForm.otherNumbers());
        };
    }

    /** What a find does not show is compared, and that is all. */
    private String known(Candidate one, Field field) {
        return switch (field) {
            case GIVEN_NAME -> one.givenName();
            case FAMILY_NAME -> one.familyName();
            case NAME_ORDER -> one.givenName() + " " + one.familyName();
            case DATE_OF_BIRTH -> one.sensitive() ? words.of("compared.not-shown") : words.date(one.dateOfBirth());
            case GENDER -> one.sensitive() ? words.of("compared.not-shown") : words.of("gender." + one.gender());
            case POSTCODE, PLACE_OF_BIRTH, SCHOOL_AT_16, EMAIL, OTHER_NUMBER -> words.of("compared.not-shown");
        };
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }
}
