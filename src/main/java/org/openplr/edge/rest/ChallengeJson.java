package org.openplr.edge.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges.Opened;
import org.openplr.challenge.Deadlines;
import org.openplr.challenge.Field;
import org.openplr.challenge.Step;
import org.openplr.challenge.Taken;
import org.openplr.party.Ukprn;

/**
 * A data challenge.
 *
 * @param reference by which people name it: {@code D-KMPQ-7RTV-WXY3-W}
 * @param kind {@code wrong}, {@code missing}, {@code notMine}, {@code duplicate}, {@code details}, {@code twoNumbers} or
 *     {@code wrongLook}
 * @param state {@code waiting}, {@code raised}, {@code acknowledged}, {@code with-owner}, {@code evidence-asked}, {@code upheld},
 *     {@code partly-upheld}, {@code not-upheld}, {@code appealed}, {@code withdrawn} or {@code closed}
 * @param owner the UKPRN of whoever answers; absent where the service does
 * @param raisedBy the UKPRN of the organisation that raised it; absent where the learner did, and for others where the learner
 *     is sensitive
 * @param original what the record said when it was raised
 * @param supplied what it should say
 * @param answer of whoever decided last
 * @param waitsUntil the day on which it is raised by itself, where it was too early
 * @param learner of whom it is; only for organisations and the service, in a single challenge
 * @param steps what was done, the oldest first; only in a single challenge
 * @param open what the caller may do now; only in a single challenge
 */
public record ChallengeJson(
        UUID id,
        String reference,
        String kind,
        String state,
        String title,
        @Nullable UUID event,
        @Nullable UUID other,
        @Nullable String owner,
        @Nullable String raisedBy,
        Instant made,
        String explanation,
        Map<String, String> original,
        Map<String, String> supplied,
        @Nullable Elsewhere elsewhere,
        @Nullable Due due,
        @Nullable String answer,
        boolean appealed,
        @Nullable LocalDate waitsUntil,
        @Nullable Whose learner,
        @Nullable List<Done> steps,
        @Nullable List<String> open) {
    /** Somebody else waits for it. */
    @Schema(name = "ChallengeElsewhere")
    public record Elsewhere(LocalDate on, String what) {}

    /**
     * Until when what is due: days of the UK, each whole.
     *
     * @param next the last day for what comes next; absent where nothing is due
     * @param stopped since when the clock stands still, because something is asked of whoever raised it
     */
    @Schema(name = "ChallengeDue")
    public record Due(
            LocalDate received,
            LocalDate acknowledgeBy,
            LocalDate answerBy,
            @Nullable LocalDate next,
            @Nullable LocalDate stopped) {
        static @Nullable Due of(Challenge one) {
            Deadlines due = one.deadlines();
            return due == null
                    ? null
                    : new Due(
                            due.received(),
                            due.acknowledgeBy(),
                            due.answerBy(),
                            one.dueBy().orElse(null),
                            due.stoppedOn());
        }
    }

    /** The learner. */
    @Schema(name = "ChallengeLearner")
    public record Whose(String uln, String givenName, String familyName) {
        @Override
        public String toString() {
            return "Whose[…]";
        }
    }

    /**
     * A step.
     *
     * @param challenge which it was taken in; only in a list of events
     * @param by {@code raiser}, {@code owner}, {@code service} or {@code clock}
     * @param organisation the UKPRN of whoever took it, where it was one
     */
    @Schema(name = "ChallengeStep")
    public record Done(
            UUID id,
            @Nullable UUID challenge,
            String step,
            String state,
            String by,
            @Nullable String organisation,
            Instant at,
            String words) {
        static Done of(Taken one, boolean alone) {
            return new Done(
                    one.id(),
                    alone ? one.challenge() : null,
                    one.step().text(),
                    one.state().text(),
                    one.who().name().toLowerCase(Locale.ROOT),
                    digits(one.organisation()),
                    one.at(),
                    one.words());
        }

        @Override
        public String toString() {
            return "Done[" + step + "]";
        }
    }

    static ChallengeJson of(Challenge one) {
        return of(one, null, null, null);
    }

    /** For the learner. */
    static ChallengeJson own(Opened opened) {
        return of(opened.challenge(), null, steps(opened), open(opened));
    }

    /** For others. */
    static ChallengeJson of(Opened opened) {
        var learner = opened.learner();
        return of(
                opened.challenge(),
                new Whose(learner.uln().digits(), learner.givenName(), learner.familyName()),
                steps(opened),
                open(opened));
    }

    private static List<Done> steps(Opened opened) {
        return opened.steps().stream().map(step -> Done.of(step, false)).toList();
    }

    private static List<String> open(Opened opened) {
        return opened.open().stream().map(Step::text).sorted().toList();
    }

    private static ChallengeJson of(
            Challenge one, @Nullable Whose learner, @Nullable List<Done> steps, @Nullable List<String> open) {
        var story = one.story();
        var on = story.elsewhereOn();
        var answer = one.answer();
        return new ChallengeJson(
                one.id(),
                one.reference(),
                one.kind().text(),
                one.state().text(),
                one.title(),
                one.about().event(),
                one.about().other(),
                digits(one.owner()),
                digits(one.raisedBy().organisation()),
                one.made(),
                story.explanation(),
                texts(story.original()),
                texts(story.supplied()),
                on == null ? null : new Elsewhere(on, story.elsewhere()),
                Due.of(one),
                answer == null ? null : answer.text(),
                one.appealed(),
                one.days().waitsUntil(),
                learner,
                steps,
                open);
    }

    private static Map<String, String> texts(Map<Field, String> said) {
        var texts = new TreeMap<String, String>();
        said.forEach((field, value) -> texts.put(field.text(), value));
        return texts;
    }

    private static @Nullable String digits(@Nullable Ukprn ukprn) {
        return ukprn == null ? null : ukprn.digits();
    }

    @Override
    public String toString() {
        return "ChallengeJson[" + id + "]";
    }
}
