package org.openplr.helping;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.audit.NotTheirs;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/** Whom a learner lets help them: seen, added, ended. A leave lasts a year at most, and under 18 two weeks. */
@Service
public class Helpers {
    static final int AT_ONCE = 5;
    static final int LONGEST_NAME = 60;

    private static final String ENDED = "help.ended";

    private static final List<Integer> DAYS = List.of(14, 1, 90, 365);
    private static final int UNDER_18 = 14;
    private static final int OF_AGE = 18;
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final Leaves leaves;
    private final Learners learners;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Helpers(Leaves leaves, Learners learners, Ledger ledger, InstantSource clock) {
        this.leaves = leaves;
        this.learners = learners;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Somebody who may help.
     *
     * @param name as the learner calls them
     * @param waits whether nobody has used the code yet
     * @param codeWorks until when somebody can
     * @param used when they last began to help; null for never
     */
    public record Line(
            UUID id,
            String name,
            boolean mayShare,
            Instant ends,
            boolean waits,
            Instant codeWorks,
            @Nullable Instant used) {
        static Line of(Leave leave) {
            return new Line(
                    leave.id(),
                    leave.name(),
                    leave.mayShare(),
                    leave.ends(),
                    leave.helper() == null,
                    leave.codeEnds(),
                    leave.used());
        }
    }

    /** A leave that was just given. The code is told once, and is nowhere else. */
    public record Given(HelpCode code, Instant codeWorks) {}

    /** Those whom a learner lets help, the oldest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Line> of(Actor.Learner learner) {
        return leaves.givenBy(learner.account()).stream().map(Line::of).toList();
    }

    /** For how many days a learner may let somebody help; the usual first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Integer> days(Actor.Learner learner) {
        var longest = isMinor(known(learner)) ? UNDER_18 : DAYS.getLast();
        return DAYS.stream().filter(days -> days <= longest).toList();
    }

    /**
     * Lets somebody help.
     *
     * @param name as the learner calls them
     * @param mayShare whether they may make and stop shares too
     * @param days for how long, one of {@link #days}; the last one counts whole
     * @throws Mistake FORBIDDEN {@code identity-not-verified}, UNPROCESSABLE with every fault
     */
    public Given add(Actor.Learner learner, String name, boolean mayShare, int days) {
        if (!known(learner).verification().isLevelOne())
            throw Mistake.of(Mistake.Kind.FORBIDDEN, "identity-not-verified");
        var called = name.strip().replaceAll("\\s+", " ");
        var faults = new ArrayList<Fault>();
        if (called.isEmpty()) faults.add(Fault.at("/name", "missing"));
        else if (called.length() > LONGEST_NAME)
            faults.add(Fault.at("/name", "too-long", Integer.toString(LONGEST_NAME)));
        else if (called.chars().anyMatch(Character::isISOControl)) faults.add(Fault.at("/name", "control-character"));
        if (!days(learner).contains(days)) faults.add(Fault.at("/days", "unknown-value"));
        if (leaves.givenBy(learner.account()).size() >= AT_ONCE)
            faults.add(Fault.at("", "too-many-helpers", Integer.toString(AT_ONCE)));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        return give(learner, called, mayShare, days);
    }

    private Given give(Actor.Learner learner, String name, boolean mayShare, int days) {
        var code = leaves.draw();
        var ends = LocalDate.ofInstant(clock.instant(), UK)
                .plusDays(days + 1L)
                .atStartOfDay(UK)
                .toInstant();
        var id = leaves.make(learner, name, mayShare, ends, code);
        ledger.write(HelpEvent.done(learner, leaves.standing(id).orElseThrow(), "help.offered"));
        return new Given(code, clock.instant().plus(Leaves.CODE_LIFE));
    }

    /**
     * Ends it, for the helper's next request; false where there is none of this id that the learner gave. That it was another
     * learner's is in the ledger.
     */
    public boolean end(Actor.Learner learner, UUID id) {
        var own = leaves.find(id).filter(leave -> isTheirs(learner, leave));
        if (own.isEmpty() || !leaves.end(id)) return false;
        ledger.write(HelpEvent.done(learner, own.get(), ENDED));
        return true;
    }

    private boolean isTheirs(Actor.Learner learner, Leave leave) {
        if (leave.givenBy().equals(learner.account())) return true;
        if (!known(learner).numbers().contains(leave.uln()))
            ledger.write(new NotTheirs(learner, leave.uln(), ENDED, Optional.of(leave.id())));
        return false;
    }

    private Learner known(Actor.Learner learner) {
        return learners.find(learner.uln()).orElseThrow(Mistake::notFound);
    }

    private boolean isMinor(Learner learner) {
        return learner.dateOfBirth()
                .isAfter(LocalDate.ofInstant(clock.instant(), UK).minusYears(OF_AGE));
    }
}
