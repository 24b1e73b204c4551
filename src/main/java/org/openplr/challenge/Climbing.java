package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.openplr.audit.Ledger;
import org.openplr.platform.Service;

/**
 * What is late climbs: on the first day to whoever answers for the owner, two working days later to those who look after
 * its people, five later to the service. Each is told once, by what stands in the ledger.
 */
@Service
class Climbing {
    private static final int MOST = 500;
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

    List<Challenge> late() {
        return table.late(Deadlines.day(clock.instant()), MOST);
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
        if (over > THIRD) return 3;
        return over > SECOND ? 2 : over > 0 ? 1 : 0;
    }
}
