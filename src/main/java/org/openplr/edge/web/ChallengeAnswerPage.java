package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Challenges.Opened;
import org.openplr.challenge.Deciding;
import org.openplr.challenge.Decision;
import org.openplr.challenge.Field;
import org.openplr.challenge.Handling;
import org.openplr.challenge.Kind;
import org.openplr.challenge.Step;
import org.openplr.challenge.Stepped;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;

/** One data challenge as whoever answers sees it, an organisation or the service, and each step they take. */
@Named
@RequestScoped
public class ChallengeAnswerPage {
    @Inject
    private Challenges challenges;

    @Inject
    private Handling handling;

    @Inject
    private Deciding deciding;

    @Inject
    private SentFile sent;

    @Inject
    private ChallengeForm challengeForm;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String step = "";
    private String seen = "";
    private String decision = "";
    private String words = "";
    private String to = "";
    private final DateParts until = new DateParts();
    private @Nullable Opened opened;

    @PostConstruct
    void read() {
        id = parameter("id");
        step = parameter("step");
        seen = parameter("seen");
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Finds it, or says that there is none; that it was looked at is in the ledger. */
    public void load() throws IOException {
        if (!isThere()) answer.notFound();
        else if (!isPosted()) fill();
        else if (!seen.equals(getSeen())) faults.at("", "challenge.meanwhile");
    }

    private boolean isPosted() {
        return request.getMethod().equals("POST");
    }

    /** The form says what it is to say: as it was supplied. */
    private void fill() {
        var story = getChallenge().story();
        challengeForm.fill(story.original());
        challengeForm.fill(story.supplied());
    }

    public boolean isThere() {
        if (opened == null)
            opened = OneShare.uuid(id)
                    .flatMap(which -> isPosted()
                            ? challenges.find(visitor.actor(), which)
                            : challenges.open(visitor.actor(), which))
                    .orElse(null);
        return opened != null;
    }

    public Opened getOpened() {
        if (!isThere()) throw Mistake.notFound();
        return Objects.requireNonNull(opened);
    }

    public Challenge getChallenge() {
        return getOpened().challenge();
    }

    /** Where these pages are for the one who looks. */
    public String getBase() {
        return visitor.isAdministrator() ? "/admin/challenges" : "/organisation/challenges";
    }

    public boolean may(String which) {
        return isThere()
                && getOpened().open().stream().anyMatch(one -> one.text().equals(which));
    }

    /** Whether a step of this name is being taken. */
    public boolean isStep(String which) {
        return step.equals(which);
    }

    /** Whether a correction is to be confirmed: of an event, of details. */
    public boolean isOfEvent() {
        return isCorrecting() && getChallenge().kind() != Kind.DETAILS;
    }

    public boolean isOfDetails() {
        return isCorrecting() && getChallenge().kind() == Kind.DETAILS;
    }

    private boolean isCorrecting() {
        return isStep("answer") && isThere() && getChallenge().kind().isSupplying();
    }

    /** Says that they have it. */
    public void acknowledge() throws IOException {
        take(Step.ACKNOWLEDGE);
    }

    /** Says that they are at it. */
    public void takeUp() throws IOException {
        take(Step.TAKE_UP);
    }

    /** Takes the step of the page. */
    public void act() throws IOException {
        switch (step) {
            case "ask" -> take(Step.ASK);
            case "pass-on" -> passOn();
            case "extend" -> extend();
            case "answer" -> decide();
            case "give" -> give();
            case "appeal" -> take(Step.APPEAL);
            case "withdraw" -> take(Step.WITHDRAW);
            default -> answer.notFound();
        }
    }

    private void take(Step which) throws IOException {
        done(which.text(), one -> handling.take(visitor.actor(), one.id(), revision(), which, words));
    }

    private void give() throws IOException {
        if (!isThere() || faults.isAny()) return;
        if (!sent.isThere()) take(Step.GIVE);
        else if (revision() != getChallenge().revision()) faults.at("", "challenge.meanwhile");
        else {
            var given = sent.give(getChallenge(), words);
            if (given.isPresent()) answer.redirect(place(given.get(), "give"));
        }
    }

    private void passOn() throws IOException {
        var whom = Ukprn.parse(to);
        if (whom.isEmpty() && !to.strip().equalsIgnoreCase("service")) faults.at("to", "challenge.pass-on.to-missing");
        else done("pass-on", one -> handling.passOn(visitor.actor(), one.id(), revision(), whom.orElse(null), words));
    }

    private void extend() throws IOException {
        var day = until.date();
        if (day.isEmpty()) faults.at("until", "challenge.date-invalid");
        else done("extend", one -> handling.extend(visitor.actor(), one.id(), revision(), day.get(), words));
    }

    private void decide() throws IOException {
        var which = Step.parse(decision).filter(Step::isDecision);
        if (which.isEmpty()) {
            faults.at("decision", "challenge.answer.missing");
            return;
        }
        var correction = correction(which.get());
        if (faults.isAny()) return;
        done(
                which.get().text(),
                one -> deciding.decide(
                        visitor.actor(), one.id(), revision(), new Decision(which.get(), words, correction)));
    }

    /** What differs from what the record says; nothing where it is not upheld. */
    private Map<Field, String> correction(Step which) {
        if (which == Step.REJECT || !isCorrecting()) return Map.of();
        var one = getChallenge();
        return challengeForm.changed(one.kind(), one.story().original());
    }

    private long revision() {
        return seen.matches("[0-9]{1,9}") ? Long.parseLong(seen) : -1;
    }

    @FunctionalInterface
    private interface Deed {
        Stepped of(Challenge one);
    }

    private void done(String told, Deed deed) throws IOException {
        if (!isThere() || faults.isAny()) return;
        try {
            switch (deed.of(getChallenge())) {
                case Stepped.Done(var after) -> answer.redirect(place(after, told));
                case Stepped.Meanwhile _ -> faults.at("", "challenge.meanwhile");
                case Stepped.NotNow _ -> faults.at("", "challenge.not-now");
            }
        } catch (Mistake mistake) {
            faults.from(mistake, ChallengeForm.FIELDS);
        }
    }

    /** Passed on, it is theirs no more: back to the list. */
    private String place(Challenge after, String told) {
        var stays = challenges.find(visitor.actor(), after.id()).isPresent();
        return stays ? getBase() + "/one?id=" + after.id() + "&told=" + told : getBase() + "?told=" + told;
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getTold() {
        var told = parameter("told");
        return told.matches("acknowledge|take-up|ask|pass-on|extend|uphold|uphold-partly|reject|give|appeal|withdraw")
                ? told
                : "";
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    /** The revision that is looked at; what is shown after a fault is looked at anew. */
    public String getSeen() {
        return isThere() ? Long.toString(getChallenge().revision()) : "";
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    public String getDecision() {
        return decision;
    }

    public void setDecision(String decision) {
        this.decision = decision;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public DateParts getUntil() {
        return until;
    }
}
