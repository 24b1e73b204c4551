package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.platform.Service;
import org.openplr.platform.SpokenCode;
import org.openplr.platform.Sql.DatabaseTrouble;
import org.openplr.record.Expected;

/**
 * Raises challenges: by learners about their own records, by organisations for learners of theirs. A draft comes first; it is
 * whoever began it who goes on with it, and after a day it is forgotten.
 */
@Service
public class Raising {
    /** That are not done, drafts too, about one learner. */
    static final int MOST_OPEN = 50;

    private final ChallengeTable table;
    private final Facts facts;
    private final Moving moving;
    private final Routing routing;
    private final Chance chance;

    @Inject
    Raising(ChallengeTable table, Facts facts, Moving moving, Routing routing, Chance chance) {
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
     * Begins a draft.
     *
     * @param number the learner's; of a learner their own counts
     * @throws Mistake NOT_FOUND for whoever may not, FORBIDDEN for learners whose identity was not verified, UNPROCESSABLE where
     *     it is about nothing of this record, CONFLICT where too many are open
     */
    public Challenge begin(Actor actor, Uln number, Beginning what) {
        var learner = facts.learner(actor, number);
        if (table.open(learner.numbers()) >= MOST_OPEN) throw Mistake.of(Mistake.Kind.CONFLICT, "too-many-challenges");
        var draft = new Challenge(
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
        table.insert(draft);
        facts.seen(actor, draft);
        return draft;
    }

    /**
     * The same about an event of a learner of the organisation.
     *
     * @throws Mistake as {@link #begin(Actor, Uln, Beginning)} does
     */
    public Challenge begin(Actor.OrganisationUser user, UUID event, Kind kind) {
        return begin(user, facts.whose(event), Beginning.of(kind, event));
    }

    private static Challenge.By by(Actor actor) {
        return switch (actor) {
            case Actor.Learner learner -> new Challenge.By(learner.account(), null);
            case Actor.OrganisationUser user -> new Challenge.By(user.account(), user.organisation());
            case Actor.Helper _, Actor.Person _, Actor.App _, Actor.Checker _, Actor.Administrator _, Actor.System _ ->
                throw Mistake.notFound();
        };
    }

    /**
     * Keeps what is told of a draft.
     *
     * @throws Mistake NOT_FOUND where it is no draft of theirs, UNPROCESSABLE with every fault
     */
    public Challenge tell(Actor actor, UUID id, Telling told) {
        var draft = draft(actor, id);
        var supplied = Facts.supplied(draft, told);
        var faults = Facts.faults(draft, supplied, told, moving.today());
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        var story = draft.story();
        var after = draft.telling(new Challenge.Story(
                told.explanation().strip(),
                story.original(),
                supplied,
                told.elsewhereOn(),
                told.elsewhere().strip()));
        if (!table.move(draft, after)) throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
        return table.find(id).orElseThrow();
    }

    /** Somebody's draft. */
    public Challenge draft(Actor actor, UUID id) {
        var draft = table.find(id).orElseThrow(Mistake::notFound);
        if (draft.state() != State.DRAFT) throw Mistake.notFound();
        moving.required(actor, draft);
        return draft;
    }

    /** Begins, tells and raises at once. */
    public Raised raise(Actor actor, Uln number, Beginning what, Telling told) {
        var draft = begin(actor, number, what);
        tell(actor, draft.id(), told);
        return raise(actor, draft.id());
    }

    /**
     * Raises a draft, to whoever owns the data; what cannot be there yet later, by itself.
     *
     * @throws Mistake NOT_FOUND where it is no draft of theirs, UNPROCESSABLE where something is missing
     */
    public Raised raise(Actor actor, UUID id) {
        var draft = draft(actor, id);
        var missing = Facts.missing(draft);
        if (!missing.isEmpty()) throw Mistake.unprocessable(missing);
        var same = table.same(Sameness.of(draft));
        if (same.isPresent()) return new Raised.Already(same.get());
        var later = later(draft);
        try {
            return later.isPresent() ? postpone(actor, draft, later.get()) : raise(actor, draft);
        } catch (DatabaseTrouble trouble) {
            if (trouble.isDuplicate()) throw Mistake.of(Mistake.Kind.CONFLICT, "challenged-already");
            throw trouble;
        }
    }

    private Raised raise(Actor actor, Challenge draft) {
        var owner = owner(draft);
        return new Raised.Done(done(moving.take(draft, raised(actor, draft, owner))));
    }

    private Raised postpone(Actor actor, Challenge draft, LocalDate on) {
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
        return moving.take(waiting, raised(new Actor.System("data-challenges"), waiting, owner(waiting)));
    }

    private Moving.Move raised(Actor actor, Challenge one, @Nullable Ukprn owner) {
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
