package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.TemporaryNumber;
import org.openplr.learner.TemporaryNumber.Advice;
import org.openplr.learner.TemporaryNumber.Origin;
import org.openplr.learner.TemporaryNumber.Said;
import org.openplr.learner.TemporaryNumber.State;
import org.openplr.learner.TemporaryNumbers;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/** An organisation's learners who are still on 9999999999: the list, one of them, and what to do about it. */
@Named
@RequestScoped
public class TemporaryPage {
    static final String LIST = "/organisation/temporary";
    private static final String ONE = "/organisation/temporary/one";
    private static final int PAGE = 50;

    @Inject
    private TemporaryNumbers numbers;

    @Inject
    private FindPage findPage;

    @Inject
    private LearnerForm learnerForm;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private InstantSource clock;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String chosen = "";
    private String reference = "";
    private boolean acted;
    private TemporaryNumbers.@Nullable Listed listed;
    private @Nullable TemporaryNumber one;

    @PostConstruct
    void read() {
        id = parameter("id");
        chosen = parameter("chosen");
        reference = parameter("reference");
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Whether the one who looks has this page: then others lead to it. */
    public boolean isAllowed() {
        return visitor.has(Right.RESOLVE_TEMPORARY_NUMBERS);
    }

    public List<TemporaryNumber> getAll() {
        return list().some();
    }

    /** Where the next, older page begins; empty on the last. */
    public String getNext() {
        return list().next().orElse("");
    }

    private TemporaryNumbers.Listed list() {
        var known = listed;
        if (known == null) {
            known = list(PAGE);
            listed = known;
        }
        return known;
    }

    /** So many of those that are asked for; of a cursor that is none of ours, the first. */
    TemporaryNumbers.Listed list(int most) {
        var user = visitor.organisationUser();
        var state = State.parse(getState()).orElse(State.OPEN);
        var wanted =
                new TemporaryNumbers.Wanted(state, Advice.parse(getAdvice()).orElse(null), getText());
        try {
            return numbers.list(user, wanted, Optional.of(parameter("from")).filter(f -> !f.isEmpty()), most);
        } catch (Mistake noCursor) {
            return numbers.list(user, wanted, Optional.empty(), most);
        }
    }

    public String getState() {
        return State.parse(parameter("state")).orElse(State.OPEN).text();
    }

    public String getAdvice() {
        return Advice.parse(parameter("advice")).map(Advice::text).orElse("");
    }

    public String getText() {
        return parameter("text");
    }

    /** What was just done: a word of the messages. */
    public String getTold() {
        var told = parameter("told");
        return told.matches("resolved|removed|noted") ? told : "";
    }

    public List<Advice> getAdvices() {
        return List.of(Advice.values());
    }

    /** How many days ago it was noted. */
    public long days(TemporaryNumber number) {
        return Duration.between(number.noted(), clock.instant()).toDays();
    }

    /** One of the organisation's own, or there is no such page. */
    public void loadOne() throws IOException {
        if (found().isEmpty()) answer.notFound();
    }

    private Optional<TemporaryNumber> found() {
        if (one == null)
            one = OneShare.uuid(id)
                    .flatMap(wanted -> numbers.find(visitor.organisationUser(), wanted))
                    .orElse(null);
        return Optional.ofNullable(one);
    }

    public @Nullable TemporaryNumber getOne() {
        return found().orElse(null);
    }

    /** Looks for whom it is. */
    public String look() {
        acted = true;
        var number = found();
        if (number.isEmpty()) return ONE;
        fill(number.get());
        var looked = numbers.look(visitor.organisationUser(), number.get().id());
        one = looked.number();
        looked.found().ifPresent(findPage::show);
        return ONE;
    }

    private void fill(TemporaryNumber number) {
        var said = number.said();
        learnerForm.put("GivenName", said.givenName());
        learnerForm.put("FamilyName", said.familyName());
        learnerForm.put("PreviousFamilyName", said.previousFamilyName());
        learnerForm.put("Gender", said.gender().isBlank() ? "" : said.sex().name());
        learnerForm.put("LastKnownPostCode", said.postcode());
        LearnerForm.set(learnerForm.getBirth(), said.born().orElse(null));
    }

    /** Whether buttons were pressed that are there only after a look: they must be there to be read. */
    public boolean isPosted() {
        return !acted && request.getMethod().equals("POST");
    }

    /** Takes the number that was chosen, or the only one. */
    public String take() throws IOException {
        var uln = Uln.parse(chosen);
        if (uln.isEmpty()) {
            look();
            faults.at("chosen", "finding.chosen-missing");
            return ONE;
        }
        if (found().isEmpty()) return ONE;
        var which = found().get().id();
        return switch (numbers.take(visitor.organisationUser(), which, uln.get())) {
            case TemporaryNumbers.Taken.Done() -> done("resolved");
            case TemporaryNumbers.Taken.NotShown() -> wrong("temporary.not-shown");
            case TemporaryNumbers.Taken.Ended() -> wrong("temporary.ended");
        };
    }

    private String wrong(String what) {
        acted = true;
        faults.at("", what);
        return ONE;
    }

    private String done(String what) throws IOException {
        answer.redirect(LIST + "?told=" + what);
        return "";
    }

    /** A number for whoever was not found, with all that is known of them filled in. */
    public String toRegister() {
        found().ifPresent(number -> {
            fill(number);
            learnerForm.put("TemporaryId", number.id().toString());
        });
        return "/organisation/register";
    }

    /** Nobody needs it any more. */
    public String remove() throws IOException {
        if (found().isEmpty()) return ONE;
        numbers.remove(visitor.organisationUser(), found().get().id());
        return done("removed");
    }

    /** Fills the form with what is known of one, to be put right. */
    public void loadForm() {
        found().ifPresent(number -> {
            if (!learnerForm.getTyped().isEmpty()) return;
            reference = number.reference();
            fill(number);
        });
    }

    /** Notes somebody, or what is said now. */
    public String note() throws IOException {
        var born = learnerForm.birthIfAny();
        if (faults.isAny()) return "";
        var said = new Said(
                learnerForm.text("GivenName"),
                learnerForm.text("FamilyName"),
                learnerForm.text("PreviousFamilyName"),
                born == null ? "" : born.toString(),
                learnerForm.text("Gender"),
                learnerForm.text("LastKnownPostCode"));
        try {
            numbers.note(visitor.organisationUser(), reference, said, Origin.PAGE);
            return done("noted");
        } catch (Mistake mistake) {
            faults.from(mistake);
            return "";
        }
    }

    /** Whether somebody who was looked for may be new. */
    public boolean isPerhapsNew() {
        return findPage.isPerhapsNew();
    }

    /** Whether the quota of the day is used up. */
    public boolean isOverQuota() {
        return findPage.getOutcome().equals("over-quota");
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
