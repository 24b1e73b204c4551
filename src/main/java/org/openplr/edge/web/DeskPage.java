package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.claim.Desk;
import org.openplr.claim.DeskCheck;
import org.openplr.claim.DeskFinding;
import org.openplr.claim.DeskOutcome;
import org.openplr.claim.Need;
import org.openplr.claim.Sought;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;

/** The desk: a registration officer finds a learner, says what they saw, and prints a letter with an activation code. */
@Named
@RequestScoped
public class DeskPage {
    private static final String CHECK = "/organisation/desk/check";
    private static final String CONFIRM = "/organisation/desk/confirm";

    @Inject
    private Desk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private LetterPage letterPage;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private InstantSource clock;

    private String uln = "";
    private String givenName = "";
    private String familyName = "";
    private final DateParts birth = new DateParts();
    private String type = "";
    private final DateParts seen = new DateParts();
    private String need = "";
    private String letter = "";
    private String told = "";
    private DeskFinding.@Nullable Found found;

    /** For anybody else there is no such page. */
    public void load() throws IOException {
        if (!isAllowed()) answer.notFound();
    }

    /** Whether the one who looks has this page: then others lead to it. */
    public boolean isAllowed() {
        return visitor.isOrganisation() && Desk.isOfficer(visitor.organisationUser());
    }

    /** What a page about one learner does first: in the other language it shows them again. */
    public void again() throws IOException {
        load();
        if (!isAllowed()) return;
        if (uln.isBlank()) answer.redirect("/organisation/desk");
        else if (request.getParameter(Languages.PARAMETER) != null) sought().ifPresent(this::show);
    }

    /** Finds the learner; the next question is this answer's. */
    public String find() {
        var sought = sought();
        if (sought.isEmpty()) return "";
        show(sought.get());
        var today = today();
        seen.setDay(Integer.toString(today.getDayOfMonth()));
        seen.setMonth(Integer.toString(today.getMonthValue()));
        seen.setYear(Integer.toString(today.getYear()));
        if (found == null) return "";
        return found.waiting().filter(waiting -> !waiting.byMe()).isPresent() ? CONFIRM : CHECK;
    }

    void show(Sought sought) {
        switch (desk.find(visitor.organisationUser(), sought)) {
            case DeskFinding.Found one -> found = one;
            case DeskFinding.Deceased _ -> faults.at("uln", "desk.deceased");
            case DeskFinding.NotFound _ -> faults.at("uln", "desk.not-found");
        }
    }

    /** The page for somebody who is called otherwise now. */
    public String toName() {
        sought().ifPresent(this::show);
        type = "";
        return found == null ? "" : "/organisation/desk/name";
    }

    /** Confirms what a colleague saw. */
    public String confirm() {
        var sought = sought();
        if (sought.isEmpty()) return "";
        return told(desk.confirm(visitor.organisationUser(), sought.get()), sought.get());
    }

    /** Notes what was seen, and makes the code that is needed. */
    public String check() {
        var sought = sought();
        if (sought.isEmpty()) return "";
        var chosen = type();
        if (chosen.isEmpty()) faults.at("type", "desk.type-missing");
        var needed = Arrays.stream(Need.values())
                .filter(one -> one.name().equals(need))
                .findFirst();
        if (needed.isEmpty()) faults.at("need", "desk.need-missing");
        if (seen.date().isEmpty()) faults.at("seen", "desk.seen-invalid");
        if (faults.isAny()) {
            show(sought.get());
            return "";
        }
        try {
            var check = new DeskCheck(chosen.orElseThrow(), seen.date().orElseThrow(), needed.orElseThrow());
            return told(desk.check(visitor.organisationUser(), sought.get(), check), sought.get());
        } catch (Mistake mistake) {
            faults.from(mistake);
            show(sought.get());
            return "";
        }
    }

    String told(DeskOutcome outcome, Sought sought) {
        switch (outcome) {
            case DeskOutcome.Made made -> {
                letterPage.shows(made, letter);
                return LetterPage.PLACE;
            }
            case DeskOutcome.Recorded _ -> {
                return anew("recorded");
            }
            case DeskOutcome.SecondOfficerNeeded _ -> {
                return anew("second");
            }
            case DeskOutcome.SameOfficer _ -> {
                faults.at("", "desk.same-officer");
                show(sought);
            }
            case DeskOutcome.SameName _ -> {
                faults.at("newGiven", "desk.rename.same");
                show(sought);
            }
            case DeskOutcome.Deceased _ -> faults.at("uln", "desk.deceased");
            case DeskOutcome.NotFound _ -> faults.at("uln", "desk.not-found");
        }
        return "";
    }

    /** The desk again, for the next person. */
    String anew(String what) {
        told = what;
        uln = "";
        givenName = "";
        familyName = "";
        birth.clear();
        return "/organisation/desk";
    }

    Optional<Sought> sought() {
        var number = Uln.parse(uln);
        if (number.isEmpty()) faults.at("uln", "desk.uln-invalid");
        var named = !givenName.isBlank() && !familyName.isBlank();
        if (!birth.isBlank() && birth.date().isEmpty()) faults.at("birth", "desk.birth-invalid");
        else if (birth.isBlank() && !named) faults.at("givenName", "desk.fact-missing");
        if (faults.isAny()) return Optional.empty();
        return number.map(found -> new Sought(
                found,
                named ? givenName : "",
                named ? familyName : "",
                birth.date().orElse(null)));
    }

    Optional<VerificationType> type() {
        return Arrays.stream(VerificationType.values())
                .filter(one -> one.name().equals(type))
                .findFirst();
    }

    private LocalDate today() {
        return clock.instant().atZone(Words.UK).toLocalDate();
    }

    /** What an officer may have seen. */
    public List<VerificationType> getTypes() {
        return Arrays.stream(VerificationType.values())
                .filter(one -> one != VerificationType.NONE)
                .toList();
    }

    public DeskFinding.@Nullable Found getFound() {
        return found;
    }

    public DeskFinding.@Nullable Waiting getWaiting() {
        return found == null ? null : found.waiting().orElse(null);
    }

    /** What was done just now, or empty. */
    public String getTold() {
        return told;
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public DateParts getBirth() {
        return birth;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public DateParts getSeen() {
        return seen;
    }

    public String getNeed() {
        return need;
    }

    public void setNeed(String need) {
        this.need = need;
    }

    public String getLetter() {
        return letter;
    }

    public void setLetter(String letter) {
        this.letter = letter;
    }
}
