package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.openplr.platform.Mistake;
import org.openplr.share.Draft;
import org.openplr.share.Drafts;
import org.openplr.share.Language;
import org.openplr.share.Purpose;

/**
 * A step on the way to a share. The answers so far are a draft row whose id stands in the address; each step keeps its
 * own answer and goes on to the next, or back to the last page when it was opened there to change something.
 */
abstract class ShareStep {
    static final String LIVE = "LIVE";
    static final String FIXED = "FIXED";

    @Inject
    protected Drafts drafts;

    @Inject
    protected Visitor visitor;

    @Inject
    protected Own own;

    @Inject
    protected Faults faults;

    @Inject
    protected Answer answer;

    @Inject
    protected Languages language;

    @Inject
    private HttpServletRequest request;

    private String draft = "";
    private String back = "";
    private final Once<Draft> found = new Once<>();

    /** The id at once: lists of a page are read before Faces has passed the address on. */
    @PostConstruct
    void read() {
        draft = Objects.requireNonNullElse(request.getParameter("draft"), "");
    }

    /** Finds the draft of the address; a journey that is over begins again. */
    public void load() throws IOException {
        if (known().isEmpty()) answer.redirect("/learner/share/who");
        else if (!reachable(answers())) answer.redirect(address("who"));
        else fill(answers());
    }

    /** Whether the questions before this one are answered. */
    abstract boolean reachable(Draft.Answers answers);

    /** Shows what was answered before, unless something else was just typed. */
    abstract void fill(Draft.Answers answers);

    private Optional<Draft> known() {
        return found.of(() -> OneShare.uuid(draft).flatMap(id -> drafts.find(visitor.forLearner(), id)));
    }

    Draft draft() {
        return known().orElseThrow(Mistake::notFound);
    }

    /** What the share is for, if that is answered. */
    Optional<Purpose> purposeIfAny() {
        return known().flatMap(d -> Optional.ofNullable(d.answers().purpose()));
    }

    Draft.Answers answers() {
        return draft().answers();
    }

    Purpose purpose() {
        return purposeIfAny().orElseThrow(Mistake::notFound);
    }

    void keep(Draft.Answers answers) {
        found.is(drafts.keep(visitor.forLearner(), draft().id(), answers).orElseThrow(Mistake::notFound));
    }

    void begun(Draft begun) {
        found.is(begun);
        draft = begun.id().toString();
    }

    /** On to the next question, or back to the last page where nothing else is open. */
    void goOn(String next) throws IOException {
        var whole = drafts.offer(visitor.forLearner(), draft().id(), shareLanguage())
                .isPresent();
        answer.redirect(address(back.equals("check") && whole ? "check" : next));
    }

    static boolean isLive(String state) {
        return state.equals(LIVE);
    }

    /** Which state of the record is to be seen, as a form has it. */
    static String state(Draft.Answers answers) {
        var scope = answers.scope();
        return scope != null && scope.live() ? LIVE : FIXED;
    }

    /** Whether an item of the record that could be shared is disputed. */
    boolean somethingDisputed() {
        var scope = known().map(d -> d.answers().scope()).orElse(null);
        return own.getRecord().events().stream()
                .anyMatch(e -> e.underDataChallenge()
                        && (scope == null
                                || scope.events().isEmpty()
                                || scope.events().contains(e.id())));
    }

    /** Whether they sign in, so that nothing is asked about their proof. */
    public boolean isSignIn() {
        return known().map(d -> d.answers().signsIn()).orElse(false);
    }

    /** The step after the last question about them: their proof where it is a question, else what is disputed. */
    String afterUntil() {
        return isSignIn() ? afterProof() : "proof";
    }

    String afterProof() {
        return somethingDisputed() ? "challenge" : "check";
    }

    /** The address of the last question before a step that follows on the proof. */
    public String getBeforeLast() {
        return back(isSignIn() ? "until" : "proof");
    }

    Language shareLanguage() {
        return language.isWelsh() ? Language.CY : Language.EN;
    }

    /** The address of a step of this journey. */
    public String address(String step) {
        return "/learner/share/" + step + "?draft=" + draft;
    }

    /** The address of the page before, or of the last page where this was opened from there. */
    public String back(String step) {
        return address(back.equals("check") ? "check" : step);
    }

    public String getDraft() {
        return draft;
    }

    public void setDraft(String draft) {
        this.draft = draft;
    }

    public String getBack() {
        return back;
    }

    public void setBack(String back) {
        this.back = back;
    }
}
