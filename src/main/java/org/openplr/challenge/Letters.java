package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.platform.Forgets;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;
import org.openplr.platform.Service;
import org.openplr.platform.SpokenCode;
import org.openplr.platform.Throttle;

/**
 * Letters that say that an item is being challenged: taken by the learner while somebody has still to decide, looked up by whoever
 * holds one, forgotten after a year. A letter lets nothing else be known, and opens nothing.
 */
@Service
public class Letters implements Forgets {
    static final int MOST = 20;
    static final int LONGEST_ITEM = 200;
    static final Duration LIFE = Duration.ofDays(365);
    private static final int PER_MINUTE = 30;

    private final LetterTable letters;
    private final ChallengeTable table;
    private final Challenges challenges;
    private final Press press;
    private final Ledger ledger;
    private final Throttle throttle;

    @Inject
    Letters(LetterTable letters, ChallengeTable table, Challenges challenges, Press press, Ledger ledger) {
        this.letters = letters;
        this.table = table;
        this.challenges = challenges;
        this.press = press;
        this.ledger = ledger;
        this.throttle = new Throttle(PER_MINUTE, Duration.ofMinutes(1), press.clock);
    }

    /** What a letter is made with. */
    @Part
    static class Press {
        private final LetterSigning signing;
        private final InstantSource clock;
        private final Ids ids;

        @Inject
        Press(LetterSigning signing, InstantSource clock, Ids ids) {
            this.signing = signing;
            this.clock = clock;
            this.ids = ids;
        }
    }

    /**
     * Takes one.
     *
     * @param item what the learner calls it
     * @param named whether the letter has their name
     * @throws Mistake NOT_FOUND for anybody but the learner, CONFLICT where it is not, or no longer, being challenged or as many
     *     were taken already, UNPROCESSABLE where the item is empty or too long
     */
    public Letter take(Actor.Learner self, UUID challenge, String item, boolean named, Locale language) {
        var opened = challenges
                .find(self, challenge)
                .orElseThrow(() -> Mistake.notFound().noted());
        var one = opened.challenge();
        var due = one.deadlines();
        if (!one.state().isOpen() || due == null) throw Mistake.of(Mistake.Kind.CONFLICT, "not-challenged-now");
        insist(item);
        if (letters.of(challenge).size() >= MOST) throw Mistake.of(Mistake.Kind.CONFLICT, "too-many-letters");
        var learner = opened.learner();
        var unsigned = new Letter(
                press.ids.next(),
                SpokenCode.draw('W', press.ids),
                challenge,
                press.clock.instant().truncatedTo(ChronoUnit.SECONDS),
                language,
                item.strip(),
                named ? learner.givenName() + " " + learner.familyName() : "",
                due.received(),
                dueBy(one, due),
                "");
        var letter = signed(unsigned);
        letters.add(letter);
        ledger.write(ChallengeEvent.letter(self, one, "letter-taken"));
        return letter;
    }

    private Letter signed(Letter one) {
        return new Letter(
                one.id(),
                one.code(),
                one.challenge(),
                one.made(),
                one.language(),
                one.item(),
                one.learner(),
                one.since(),
                one.dueBy(),
                press.signing.sign(one));
    }

    /** By when an answer is due; an acknowledgement is none. */
    private static @Nullable LocalDate dueBy(Challenge one, Deadlines due) {
        if (one.state() == State.APPEALED) return one.days().appealBy();
        return due.stands() || !one.state().isOpen() ? null : due.answerBy();
    }

    private static void insist(String item) {
        var faults = new ArrayList<Fault>();
        if (item.isBlank()) faults.add(Fault.at("item", "missing"));
        if (item.strip().length() > LONGEST_ITEM)
            faults.add(Fault.at("item", "too-long", Integer.toString(LONGEST_ITEM)));
        if (item.strip().chars().anyMatch(Character::isISOControl)) faults.add(Fault.at("item", "control-character"));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }

    /** Those that a learner took about one of their challenges, the newest first; empty where it is none of theirs. */
    public List<Letter> of(Actor.Learner self, UUID challenge) {
        return challenges
                .find(self, challenge)
                .map(opened -> letters.of(opened.challenge().id()))
                .orElse(List.of());
    }

    /** One of those. */
    public Optional<Letter> find(Actor.Learner self, UUID challenge, UUID letter) {
        var found = of(self, challenge).stream()
                .filter(one -> one.id().equals(letter))
                .findFirst();
        if (found.isEmpty())
            letters.find(letter)
                    .map(Letter::challenge)
                    .filter(other -> !other.equals(challenge))
                    .ifPresent(other -> challenges.find(self, other));
        return found;
    }

    /**
     * What became of what a letter says; empty where there is no such letter. The learner sees that it was asked.
     *
     * @param reference as it was typed
     * @throws Mistake TOO_MANY for whoever asks without end
     */
    public Optional<Checked> check(Actor.Checker who, String reference) {
        var wait = throttle.take(who.client());
        if (wait > 0) throw Mistake.tooMany(wait);
        return SpokenCode.parse(reference, "W")
                .flatMap(letters::byCode)
                .flatMap(letter -> table.find(letter.challenge()).map(one -> {
                    ledger.write(ChallengeEvent.letter(who, one, "letter-checked"));
                    return checked(letter, one);
                }));
    }

    private Checked checked(Letter letter, Challenge one) {
        var due = one.deadlines();
        if (one.state().isOpen())
            return new Checked(letter, Checked.Now.CHALLENGED, due == null ? null : dueBy(one, due), null);
        var on = letters.ended(one.id()).map(Deadlines::day).orElse(null);
        var answered = one.state() != State.WITHDRAWN && one.answer() != null;
        return new Checked(letter, answered ? Checked.Now.ANSWERED : Checked.Now.ENDED, null, on);
    }

    @Override
    public int forget() {
        return letters.forget(press.clock.instant().minus(LIFE).truncatedTo(ChronoUnit.MILLIS));
    }
}
