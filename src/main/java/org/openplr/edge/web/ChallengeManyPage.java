package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Challenges.Folder;
import org.openplr.challenge.Deciding;
import org.openplr.challenge.Decision;
import org.openplr.challenge.Handling;
import org.openplr.challenge.Step;
import org.openplr.challenge.Stepped;
import org.openplr.platform.Mistake;

/**
 * Many data challenges of one cause, answered with one reason: a class that was loaded with a wrong date. Each is answered for itself,
 * as it was seen; one that cannot be keeps no other from it.
 */
@Named
@RequestScoped
public class ChallengeManyPage {
    private static final int MOST = 100;
    private static final List<String> STEPS = List.of("acknowledge", "take-up", "ask", "uphold", "reject");

    @Inject
    private Challenges challenges;

    @Inject
    private Handling handling;

    @Inject
    private Deciding deciding;

    @Inject
    private ChallengeWords challengeWords;

    @Inject
    private Visitor visitor;

    @Inject
    private Words texts;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private List<String> chosen = new ArrayList<>();
    private String step = "";
    private String words = "";
    private @Nullable List<Cause> causes;

    /** Those that say the same: what is wrong, and what it should say. */
    public record Cause(String name, List<One> all) {
        public Cause {
            all = List.copyOf(all);
        }
    }

    /**
     * One of them.
     *
     * @param option its id, and the revision that is seen
     */
    public record One(String option, String label, String hint) {}

    public List<Cause> getCauses() {
        var known = causes;
        if (known == null) {
            Map<String, List<One>> same = new LinkedHashMap<>();
            for (var one : challenges
                    .inbox(visitor.organisationUser(), Folder.OPEN, Optional.empty(), MOST)
                    .items())
                same.computeIfAbsent(cause(one), _ -> new ArrayList<>()).add(shown(one));
            known = same.entrySet().stream()
                    .map(one -> new Cause(one.getKey(), one.getValue()))
                    .sorted((one, other) -> other.all().size() - one.all().size())
                    .toList();
            causes = known;
        }
        return known;
    }

    private String cause(Challenge one) {
        var said = challengeWords.rows(one).stream()
                .filter(ChallengeWords.Row::differs)
                .map(row -> row.label() + ": " + row.supplied())
                .collect(Collectors.joining(", "));
        return challengeWords.kind(one) + (said.isEmpty() ? "" : ". " + said);
    }

    private One shown(Challenge one) {
        return new One(
                one.id() + "_" + one.revision(),
                one.reference() + ", " + challengeWords.title(one),
                challengeWords.state(one) + ". " + texts.of("challenge.due") + ": " + challengeWords.due(one));
    }

    /** Takes the step in each that was chosen. */
    public void take() throws IOException {
        if (chosen.isEmpty()) faults.at("chosen", "challenge.many.chosen-missing");
        if (!STEPS.contains(step)) faults.at("step", "challenge.many.step-missing");
        if (words.isBlank() && List.of("ask", "reject").contains(step))
            faults.at("words", "challenge.many.words-missing");
        if (faults.isAny()) return;
        var done = 0;
        for (var one : chosen) if (isTaken(one)) done++;
        answer.redirect("/organisation/challenges?done=" + done + "&left=" + (chosen.size() - done));
    }

    private boolean isTaken(String option) {
        var parts = option.split("_", -1);
        var id = OneShare.uuid(parts[0]);
        if (id.isEmpty() || parts.length != 2 || !parts[1].matches("[0-9]{1,9}")) return false;
        var seen = Long.parseLong(parts[1]);
        try {
            var taken = step().isDecision()
                    ? deciding.decide(visitor.actor(), id.get(), seen, new Decision(step(), words, Map.of()))
                    : handling.take(visitor.actor(), id.get(), seen, step(), words);
            return taken instanceof Stepped.Done;
        } catch (Mistake refused) {
            return false;
        }
    }

    private Step step() {
        return Step.parse(step).orElseThrow(Mistake::notFound);
    }

    public List<String> getSteps() {
        return STEPS;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = new ArrayList<>(chosen);
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
