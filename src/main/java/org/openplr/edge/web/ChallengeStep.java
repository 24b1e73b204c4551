package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Kind;
import org.openplr.challenge.Raising;
import org.openplr.challenge.Telling;
import org.openplr.platform.Mistake;

/**
 * A step on the way to a data challenge. What is said so far is a draft whose id stands in the address, as on the way to a
 * share.
 */
abstract class ChallengeStep {
    @Inject
    protected Raising raising;

    @Inject
    protected Visitor visitor;

    @Inject
    protected Faults faults;

    @Inject
    protected Answer answer;

    @Inject
    protected HttpServletRequest request;

    private String draft = "";
    private String back = "";
    private final Once<Challenge> found = new Once<>();

    /** The id at once: what is rendered is asked before Faces has passed the address on. */
    @PostConstruct
    void read() {
        draft = Objects.requireNonNullElse(request.getParameter("draft"), "");
        back = Objects.requireNonNullElse(request.getParameter("back"), "");
    }

    /** Finds the draft of the address; of one that is over, the list of what was raised. */
    public void load() throws IOException {
        if (!isThere()) answer.redirect(afterwards());
        else if (!request.getMethod().equals("POST")) fill(getChallenge());
    }

    /** Where a journey that is over leads. */
    String afterwards() {
        return "/learner/challenges";
    }

    /** Shows what was said before. */
    abstract void fill(Challenge challenge);

    /** Whether there is such a draft. */
    public boolean isThere() {
        return known().isPresent();
    }

    private Optional<Challenge> known() {
        return found.of(() -> OneShare.uuid(draft).flatMap(this::found));
    }

    private Optional<Challenge> found(UUID id) {
        try {
            return Optional.of(raising.draft(visitor.actor(), id));
        } catch (Mistake none) {
            return Optional.empty();
        }
    }

    public Challenge getChallenge() {
        return known().orElseThrow(Mistake::notFound);
    }

    /** Keeps what is said, or tells what is wrong with it. */
    boolean keep(Telling telling) {
        try {
            found.is(raising.tell(visitor.actor(), getChallenge().id(), telling));
            return true;
        } catch (Mistake mistake) {
            faults.from(mistake, Map.of("elsewhereOn", "elsewhere-day"));
            return false;
        }
    }

    void goOn(String next) throws IOException {
        answer.redirect(address(back.equals("check") ? "check" : next));
    }

    /** The address of a step of this journey. */
    public String address(String step) {
        return "/learner/challenge/" + step + "?draft=" + draft;
    }

    /** Where a step of this kind of challenge asks for fields. */
    static boolean asksFields(Kind kind) {
        return kind.isSupplying() || kind == Kind.TWO_NUMBERS;
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
