package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.platform.SpokenCode;
import org.openplr.platform.Sql.DatabaseTrouble;
import org.openplr.record.Expected;

/**
 * What raising is made of, in its caller's transaction: a draft that nothing is written of yet, what is told of it, and the step to
 * whoever owns the data. What is refused has written nothing, so that of many some can be.
 */
@Part
class Drafting {
    private final ChallengeTable table;
    private final Facts facts;
    private final Moving moving;
    private final Routing routing;
    private final Chance chance;

    @Inject
    Drafting(ChallengeTable table, Facts facts, Moving moving, Routing routing, Chance chance) {
        this.table = table;
        this.facts = facts;
        this.moving = moving;
        this.routing = routing;
        this.chance = chance;
    }

    /** Time and ids. */
    @Part
    static class Chance {
        private final InstantSource clock;
        private final Ids ids;

        @Inject
        Chance(InstantSource clock, Ids ids) {
            this.clock = clock;
            this.ids = ids;
        }
    }

    /**
     * A draft that is not kept yet.
     *
     * @throws Mistake as {@link Raising#begin(Actor, Uln, Beginning)} does
     */
    Challenge drafted(Actor actor, Uln number, Beginning what) {
        var learner = facts.learner(actor, number);
        if (table.open(learner.numbers()) >= Raising.MOST_OPEN)
            throw Mistake.of(Mistake.Kind.CONFLICT, "too-many-challenges");
        return new Challenge(
                chance.ids.next(),
                SpokenCode.draw('D', chance.ids),
                learner.uln(),
                what.kind(),
                State.DRAFT,
                new Challenge.About(what.event(), what.other(), what.look()),
                by(actor),
                null,
                new Challenge.Story("", facts.original(actor, learner, what), Map.of(), null, ""),
                null,
                Challenge.Days.NONE,
                null,
                false,
                chance.clock.instant().truncatedTo(ChronoUnit.MILLIS),
                0);
    }

    private static Challenge.By by(Actor actor) {
        return switch (actor) {
            case Actor.Learner learner -> new Challenge.By(learner.account(), null);
            case Actor.OrganisationUser user -> new Challenge.By(user.account(), user.organisation());
            case Actor.Helper _,
                    Actor.Person _,
                    Actor.RecipientUser _,
                    Actor.App _,
                    Actor.Checker _,
                    Actor.Administrator _,
                    Actor.System _ -> throw Mistake.notFound();
        };
    }

    /** Keeps it. */
    Challenge kept(Actor actor, Challenge draft) {
        table.insert(draft);
        facts.seen(actor, draft);
        return draft;
    }

    /**
     * The draft with what is told of it.
     *
     * @throws Mistake UNPROCESSABLE with every fault
     */
    Challenge told(Challenge draft, Telling told) {
        var supplied = Facts.supplied(draft, told);
        var faults = Facts.faults(draft, supplied, told, moving.today());
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        return draft.telling(new Challenge.Story(
                told.explanation().strip(),
                draft.story().original(),
                supplied,
                told.elsewhereOn(),
                told.elsewhere().strip()));
    }

    /**
     * Drafts, tells and raises at once; what is refused, or is being challenged already, was never written.
     *
     * @throws Mistake as the three do
     */
    Raised raise(Actor actor, Uln number, Beginning what, Telling told) {
        var draft = told(drafted(actor, number, what), told);
        insistOnWhole(draft);
        var same = table.same(Sameness.of(draft));
        return same.isPresent() ? new Raised.Already(same.get()) : raised(actor, kept(actor, draft));
    }

    /**
     * Raises a draft that is kept.
     *
     * @throws Mistake UNPROCESSABLE where something is missing
     */
    Raised raise(Actor actor, Challenge draft) {
        insistOnWhole(draft);
        var same = table.same(Sameness.of(draft));
        return same.isPresent() ? new Raised.Already(same.get()) : raised(actor, draft);
    }

    private static void insistOnWhole(Challenge draft) {
        var missing = Facts.missing(draft);
        if (!missing.isEmpty()) throw Mistake.unprocessable(missing);
    }

    private Raised raised(Actor actor, Challenge draft) {
        var later = later(draft);
        try {
            return later.isPresent()
                    ? postponed(actor, draft, later.get())
                    : new Raised.Done(done(moving.take(draft, raising(actor, draft, owner(draft)))));
        } catch (DatabaseTrouble trouble) {
            if (trouble.isDuplicate()) throw Mistake.of(Mistake.Kind.CONFLICT, "challenged-already");
            throw trouble;
        }
    }

    private Raised postponed(Actor actor, Challenge draft, LocalDate on) {
        var move = new Moving.Move(
                actor,
                moving.required(actor, draft),
                Step.POSTPONE,
                "",
                one -> one.on(new Challenge.Days(on, null, null)));
        return new Raised.Later(done(moving.take(draft, move)), on);
    }

    /** It is its day, and what was missing is missing still. */
    Stepped raiseWaiting(Challenge waiting) {
        return moving.take(waiting, raising(new Actor.System("data-challenges"), waiting, owner(waiting)));
    }

    private Moving.Move raising(Actor actor, Challenge one, @Nullable Ukprn owner) {
        var due = Deadlines.from(chance.clock.instant(), routing.nation(owner));
        return new Moving.Move(
                actor,
                moving.required(actor, one),
                Step.RAISE,
                "",
                now -> now.ownedBy(owner).due(due));
    }

    private @Nullable Ukprn owner(Challenge one) {
        return facts.of(one).flatMap(learner -> routing.owner(one, learner)).orElse(null);
    }

    private static Challenge done(Stepped stepped) {
        return switch (stepped) {
            case Stepped.Done(var challenge) -> challenge;
            case Stepped.Meanwhile _, Stepped.NotNow _ -> throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
        };
    }

    /** The day on which it is raised where it is too early, unless somebody waits for it before. */
    private Optional<LocalDate> later(Challenge draft) {
        if (draft.kind() != Kind.MISSING) return Optional.empty();
        var awarded = Field.day(draft.story().supplied().get(Field.AWARDED_ON));
        if (awarded == null) return Optional.empty();
        var expected = Expected.after(awarded).until();
        var waiting = draft.story().elsewhereOn();
        if (!moving.today().isBefore(expected) || (waiting != null && waiting.isBefore(expected)))
            return Optional.empty();
        return Optional.of(expected);
    }
}
