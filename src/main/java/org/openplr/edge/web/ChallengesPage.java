package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.State;

/** A learner's data challenges: what is open, and what is over. */
@Named
@RequestScoped
public class ChallengesPage {
    @Inject
    private Challenges challenges;

    @Inject
    private Visitor visitor;

    private @Nullable List<Challenge> all;

    public List<Challenge> getOpen() {
        return all().stream().filter(ChallengesPage::isOpen).toList();
    }

    public List<Challenge> getOver() {
        return all().stream().filter(one -> !isOpen(one)).toList();
    }

    /** Those that wait for the learner. */
    public List<Challenge> getAsked() {
        return all().stream().filter(one -> one.state() == State.EVIDENCE_ASKED).toList();
    }

    private static boolean isOpen(Challenge one) {
        return one.state().isOpen() || one.state() == State.WAITING;
    }

    private List<Challenge> all() {
        var known = all;
        if (known == null) {
            known = visitor.isLearner() ? challenges.of(visitor.learner()) : List.of();
            all = known;
        }
        return known;
    }
}
