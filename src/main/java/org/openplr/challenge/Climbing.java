package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.openplr.audit.Ledger;
import org.openplr.platform.Service;

/**
 * What is late climbs: on the first day to whoever answers for the owner, two working days later to those who look after
 * its people, five later to the service. Each is told once, by what stands in the ledger.
 */
@Service
class Climbing {
    /** The highest step: there is nobody above the service. */
    static final int LAST = 3;

    private static final int AT_ONCE = 500;
    private static final int SECOND = 2;
    private static final int THIRD = 5;

    private final ChallengeTable table;
    private final Routing routing;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Climbing(ChallengeTable table, Routing routing, Ledger ledger, InstantSource clock) {
        this.table = table;
        this.routing = routing;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All that are late and may have to climb, however many. */
    List<Challenge> late() {
        var today = Deadlines.day(clock.instant());
        var all = new ArrayList<Challenge>();
        for (var some = table.climbing(today, "", AT_ONCE);
                !some.isEmpty();
                some = table.climbing(today, all.getLast().id().toString(), AT_ONCE)) all.addAll(some);
        return all;
    }

    void remind(Challenge one) {
        var level = level(one);
        var before = table.reminded(one.id());
        if (level <= before || !table.remind(one.id(), before, level)) return;
        ledger.write(ChallengeEvent.late(one, level));
    }

    /** How far up it is by today: 1 the owner, 2 its super users, 3 the service. */
    private int level(Challenge one) {
        var due = one.dueBy();
        if (due.isEmpty()) return 0;
        var over = WorkingDays.between(due.get(), Deadlines.day(clock.instant()), routing.nation(one.owner()));
        if (over > THIRD) return LAST;
        return over > SECOND ? 2 : over > 0 ? 1 : 0;
    }
}
