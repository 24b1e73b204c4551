package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Challenges.Opened;
import org.openplr.challenge.Handling;
import org.openplr.challenge.Step;
import org.openplr.challenge.Stepped;
import org.openplr.platform.Mistake;

/** One data challenge of a learner: how far it is, what was done, and what they may do. */
@Named
@RequestScoped
public class ChallengePage {
    @Inject
    private Challenges challenges;

    @Inject
    private Handling handling;

    @Inject
    private SentFile sent;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String words = "";
    private final Once<Opened> opened = new Once<>();

    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
    }

    /** Finds it, or says that there is none. */
    public void load() throws IOException {
        if (!isThere()) answer.notFound();
    }

    public boolean isThere() {
        return opened().isPresent();
    }

    private Optional<Opened> opened() {
        return opened.of(() -> OneShare.uuid(id).flatMap(which -> challenges.find(visitor.learner(), which)));
    }

    public Opened getOpened() {
        return opened().orElseThrow(Mistake::notFound);
    }

    public Challenge getChallenge() {
        return getOpened().challenge();
    }

    public boolean isGiving() {
        return may(Step.GIVE);
    }

    public boolean isAppealing() {
        return may(Step.APPEAL);
    }

    public boolean isWithdrawing() {
        return may(Step.WITHDRAW);
    }

    private boolean may(Step step) {
        return isThere() && getOpened().open().contains(step);
    }

    /** Says what was asked for, with a file or without. */
    public void give() throws IOException {
        if (!isThere() || !sent.isThere()) {
            take(Step.GIVE, "given");
            return;
        }
        var given = sent.give(getChallenge(), words);
        if (given.isPresent())
            answer.redirect("/learner/challenge?id=" + given.get().id() + "&told=given");
    }

    /** Asks the service to decide. */
    public void appeal() throws IOException {
        take(Step.APPEAL, "appealed");
    }

    /** Takes it back. */
    public void withdraw() throws IOException {
        take(Step.WITHDRAW, "withdrawn");
    }

    private void take(Step step, String told) throws IOException {
        if (!isThere()) return;
        try {
            var one = getChallenge();
            switch (handling.take(visitor.learner(), one.id(), one.revision(), step, words)) {
                case Stepped.Done(var challenge) ->
                    answer.redirect("/learner/challenge?id=" + challenge.id() + "&told=" + told);
                case Stepped.Meanwhile _ -> faults.at("", "challenge.meanwhile");
                case Stepped.NotNow _ -> faults.at("", "challenge.not-now");
            }
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getTold() {
        var told = Objects.requireNonNullElse(request.getParameter("told"), "");
        return told.matches("given|appealed|withdrawn|already") ? told : "";
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
