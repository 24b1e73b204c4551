package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/** Every step between raising and deciding, by whoever has a part in it. */
@Service
public class Handling {
    private static final Set<Step> SIMPLE =
            EnumSet.of(Step.ACKNOWLEDGE, Step.TAKE_UP, Step.ASK, Step.GIVE, Step.APPEAL, Step.WITHDRAW);
    private static final Set<Kind> OF_THE_SERVICE = EnumSet.of(Kind.TWO_NUMBERS, Kind.WRONG_LOOK);

    private final ChallengeTable table;
    private final Moving moving;
    private final Routing routing;

    @Inject
    Handling(ChallengeTable table, Moving moving, Routing routing) {
        this.table = table;
        this.moving = moving;
        this.routing = routing;
    }

    /**
     * Acknowledges, takes up, asks, gives, appeals or withdraws.
     *
     * @param seen the revision that they looked at
     * @param words that say it; needed to ask, to give and to appeal
     * @throws Mistake NOT_FOUND for whoever has no part in it, UNPROCESSABLE without words
     */
    public Stepped take(Actor actor, UUID id, long seen, Step step, String words) {
        if (!SIMPLE.contains(step)) throw new IllegalArgumentException("not so simple: " + step);
        var one = table.find(id).orElseThrow(Mistake::notFound);
        var parts = moving.required(actor, one);
        if (one.revision() != seen) return new Stepped.Meanwhile(one);
        return moving.take(one, new Moving.Move(actor, parts, step, words, now -> changed(now, step)));
    }

    private Challenge changed(Challenge now, Step step) {
        var due = now.deadlines();
        var today = moving.today();
        return switch (step) {
            case ASK -> due == null ? now : now.due(due.stopped(today));
            case GIVE, WITHDRAW -> running(now, today, routing);
            case APPEAL -> now.appealedUntil(WorkingDays.after(today, Deadlines.ANSWER, Nation.ENGLAND));
            case RAISE, POSTPONE, ARRIVE, ACKNOWLEDGE, TAKE_UP, EXTEND, PASS_ON, UPHOLD, UPHOLD_PARTLY, REJECT, CLOSE ->
                now;
        };
    }

    /** The clock stood still while something was asked; it goes on. */
    static Challenge running(Challenge now, LocalDate today, Routing routing) {
        var due = now.deadlines();
        return due == null ? now : now.due(due.running(today, routing.nation(now.owner())));
    }

    /**
     * Takes more time, once, told within the month.
     *
     * @throws Mistake NOT_FOUND for whoever has no part in it, UNPROCESSABLE where the day is too late, or today is
     */
    public Stepped extend(Actor actor, UUID id, long seen, LocalDate to, String words) {
        var one = table.find(id).orElseThrow(Mistake::notFound);
        var parts = moving.required(actor, one);
        if (one.revision() != seen) return new Stepped.Meanwhile(one);
        var due = one.deadlines();
        if (due == null || Life.open(one.state(), parts).stream().noneMatch(Step.EXTEND::equals))
            return new Stepped.NotNow(one);
        if (!due.mayExtend(to, moving.today())) throw Mistake.unprocessable(Fault.at("to", "no-such-extension"));
        return moving.take(one, new Moving.Move(actor, parts, Step.EXTEND, words, now -> now.due(due.extended(to))));
    }

    /**
     * Passes it on to whom it belongs.
     *
     * @param to null for the service
     * @throws Mistake NOT_FOUND for whoever has no part in it, UNPROCESSABLE where nobody is there
     */
    public Stepped passOn(Actor actor, UUID id, long seen, @Nullable Ukprn to, String words) {
        var one = table.find(id).orElseThrow(Mistake::notFound);
        var parts = moving.required(actor, one);
        if (one.revision() != seen) return new Stepped.Meanwhile(one);
        if (OF_THE_SERVICE.contains(one.kind()) || !goesTo(one, to))
            throw Mistake.unprocessable(Fault.at("to", "not-to-them"));
        return moving.take(one, new Moving.Move(actor, parts, Step.PASS_ON, words, now -> passed(now, to)));
    }

    /** To somebody who is there, and has it not already. */
    private boolean goesTo(Challenge one, @Nullable Ukprn to) {
        if (to == null) return one.owner() != null;
        return !to.equals(one.owner()) && routing.isThere(to);
    }

    private Challenge passed(Challenge now, @Nullable Ukprn to) {
        var due = now.deadlines();
        var passed = due == null ? null : due.passedOn(moving.today(), routing.nation(to));
        return now.ownedBy(to).due(passed);
    }
}
