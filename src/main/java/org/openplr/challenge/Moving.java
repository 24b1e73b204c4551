package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;
import org.openplr.record.RecordKeeping;

/**
 * Takes a step, in its caller's transaction: the row as it was seen, the step, the ledger, and the mark on the event. The row
 * decides: of two at once one wins, and the other has written nothing.
 */
@Part
class Moving {
    static final int LONGEST_WORDS = 2000;

    /** Whoever has no part in it gets no further, whatever they want. */
    private static final String LOOKED_AT = "challenge.looked-at";

    private final ChallengeTable table;
    private final StepTable steps;
    private final Parts parts;
    private final RecordKeeping records;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Moving(
            ChallengeTable table,
            StepTable steps,
            Parts parts,
            RecordKeeping records,
            Ledger ledger,
            InstantSource clock) {
        this.table = table;
        this.steps = steps;
        this.parts = parts;
        this.records = records;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What part somebody has in it.
     *
     * @throws Mistake NOT_FOUND for whoever has none
     */
    Set<Who> required(Actor actor, Challenge one) {
        return parts.required(actor, one, LOOKED_AT);
    }

    /**
     * A step to be taken.
     *
     * @param change what else changes, where the state is the next one already
     * @param alongside what is done once the row is won, and undone with it
     */
    record Move(
            Actor actor, Set<Who> parts, Step step, String words, UnaryOperator<Challenge> change, Runnable alongside) {
        Move(Actor actor, Set<Who> parts, Step step, String words, UnaryOperator<Challenge> change) {
            this(actor, parts, step, words, change, () -> {});
        }
    }

    Stepped take(Challenge before, Move move) {
        var words = words(move.step, move.words);
        var who = part(before, move);
        if (who.isEmpty()) {
            ledger.write(ChallengeEvent.refused(move.actor, before, move.step, "not-now"));
            return new Stepped.NotNow(before);
        }
        var next = Life.next(before.state(), move.step, who.get()).orElseThrow();
        var after = move.change.apply(before.in(next));
        if (!table.move(before, after))
            return new Stepped.Meanwhile(table.find(before.id()).orElseThrow(Mistake::notFound));
        steps.add(after, move.step, who.get(), move.actor, clock.instant().truncatedTo(ChronoUnit.MILLIS), words);
        ledger.write(ChallengeEvent.done(move.actor, after, move.step));
        move.alongside.run();
        mark(after, move.actor);
        return new Stepped.Done(table.find(before.id()).orElseThrow());
    }

    private static Optional<Who> part(Challenge before, Move move) {
        for (var who : Who.values())
            if (move.parts.contains(who)
                    && Life.next(before.state(), move.step, who).isPresent()) return Optional.of(who);
        return Optional.empty();
    }

    private static String words(Step step, String said) {
        var words = said.strip();
        if (words.isEmpty() && step.needsWords()) throw Mistake.unprocessable(Fault.at("words", "missing"));
        if (words.length() > LONGEST_WORDS)
            throw Mistake.unprocessable(Fault.at("words", "too-long", Integer.toString(LONGEST_WORDS)));
        return words;
    }

    /** An event is marked as long as anything about it is open. */
    private void mark(Challenge after, Actor actor) {
        for (var event : events(after)) {
            var disputed = after.state().isOpen() || table.isOpen(event, after.id());
            records.markUnderDataChallenge(event, disputed, actor, "data challenge " + after.reference());
        }
    }

    private static List<UUID> events(Challenge one) {
        if (!one.kind().isOfEvent()) return List.of();
        var event = one.about().event();
        var other = one.about().other();
        if (event == null) return List.of();
        return other == null ? List.of(event) : List.of(event, other);
    }

    LocalDate today() {
        return Deadlines.day(clock.instant());
    }
}
