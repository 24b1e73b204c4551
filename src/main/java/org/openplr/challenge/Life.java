package org.openplr.challenge;

import static org.openplr.challenge.State.ACKNOWLEDGED;
import static org.openplr.challenge.State.APPEALED;
import static org.openplr.challenge.State.CLOSED;
import static org.openplr.challenge.State.DRAFT;
import static org.openplr.challenge.State.EVIDENCE_ASKED;
import static org.openplr.challenge.State.NOT_UPHELD;
import static org.openplr.challenge.State.PARTLY_UPHELD;
import static org.openplr.challenge.State.RAISED;
import static org.openplr.challenge.State.UPHELD;
import static org.openplr.challenge.State.WAITING;
import static org.openplr.challenge.State.WITHDRAWN;
import static org.openplr.challenge.State.WITH_OWNER;
import static org.openplr.challenge.Who.CLOCK;
import static org.openplr.challenge.Who.OWNER;
import static org.openplr.challenge.Who.RAISER;
import static org.openplr.challenge.Who.SERVICE;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The life of a challenge as one table: in which state who may do what, and what comes of it. What has no row is refused. */
public final class Life {
    private record Row(State from, Step step, Who who, State to) {}

    private static final List<Row> TABLE = List.of(
            new Row(DRAFT, Step.RAISE, RAISER, RAISED),
            new Row(DRAFT, Step.POSTPONE, RAISER, WAITING),
            new Row(WAITING, Step.RAISE, CLOCK, RAISED),
            new Row(WAITING, Step.ARRIVE, CLOCK, CLOSED),
            new Row(WAITING, Step.WITHDRAW, RAISER, WITHDRAWN),
            new Row(RAISED, Step.ACKNOWLEDGE, OWNER, ACKNOWLEDGED),
            new Row(RAISED, Step.PASS_ON, OWNER, RAISED),
            new Row(RAISED, Step.PASS_ON, SERVICE, RAISED),
            new Row(RAISED, Step.GIVE, RAISER, RAISED),
            new Row(RAISED, Step.WITHDRAW, RAISER, WITHDRAWN),
            new Row(ACKNOWLEDGED, Step.TAKE_UP, OWNER, WITH_OWNER),
            new Row(ACKNOWLEDGED, Step.ASK, OWNER, EVIDENCE_ASKED),
            new Row(ACKNOWLEDGED, Step.EXTEND, OWNER, ACKNOWLEDGED),
            new Row(ACKNOWLEDGED, Step.PASS_ON, OWNER, RAISED),
            new Row(ACKNOWLEDGED, Step.PASS_ON, SERVICE, RAISED),
            new Row(ACKNOWLEDGED, Step.GIVE, RAISER, ACKNOWLEDGED),
            new Row(ACKNOWLEDGED, Step.UPHOLD, OWNER, UPHELD),
            new Row(ACKNOWLEDGED, Step.UPHOLD_PARTLY, OWNER, PARTLY_UPHELD),
            new Row(ACKNOWLEDGED, Step.REJECT, OWNER, NOT_UPHELD),
            new Row(ACKNOWLEDGED, Step.WITHDRAW, RAISER, WITHDRAWN),
            new Row(WITH_OWNER, Step.ASK, OWNER, EVIDENCE_ASKED),
            new Row(WITH_OWNER, Step.EXTEND, OWNER, WITH_OWNER),
            new Row(WITH_OWNER, Step.PASS_ON, OWNER, RAISED),
            new Row(WITH_OWNER, Step.PASS_ON, SERVICE, RAISED),
            new Row(WITH_OWNER, Step.GIVE, RAISER, WITH_OWNER),
            new Row(WITH_OWNER, Step.UPHOLD, OWNER, UPHELD),
            new Row(WITH_OWNER, Step.UPHOLD_PARTLY, OWNER, PARTLY_UPHELD),
            new Row(WITH_OWNER, Step.REJECT, OWNER, NOT_UPHELD),
            new Row(WITH_OWNER, Step.WITHDRAW, RAISER, WITHDRAWN),
            new Row(EVIDENCE_ASKED, Step.GIVE, RAISER, WITH_OWNER),
            new Row(EVIDENCE_ASKED, Step.UPHOLD, OWNER, UPHELD),
            new Row(EVIDENCE_ASKED, Step.UPHOLD_PARTLY, OWNER, PARTLY_UPHELD),
            new Row(EVIDENCE_ASKED, Step.REJECT, OWNER, NOT_UPHELD),
            new Row(EVIDENCE_ASKED, Step.WITHDRAW, RAISER, WITHDRAWN),
            new Row(UPHELD, Step.CLOSE, CLOCK, CLOSED),
            new Row(PARTLY_UPHELD, Step.APPEAL, RAISER, APPEALED),
            new Row(PARTLY_UPHELD, Step.CLOSE, CLOCK, CLOSED),
            new Row(NOT_UPHELD, Step.APPEAL, RAISER, APPEALED),
            new Row(NOT_UPHELD, Step.CLOSE, CLOCK, CLOSED),
            new Row(APPEALED, Step.GIVE, RAISER, APPEALED),
            new Row(APPEALED, Step.UPHOLD, SERVICE, CLOSED),
            new Row(APPEALED, Step.UPHOLD_PARTLY, SERVICE, CLOSED),
            new Row(APPEALED, Step.REJECT, SERVICE, CLOSED),
            new Row(APPEALED, Step.WITHDRAW, RAISER, WITHDRAWN));

    private Life() {}

    /** What comes of a step; empty where it is refused. */
    public static Optional<State> next(State from, Step step, Who who) {
        return TABLE.stream()
                .filter(row -> row.from == from && row.step == step && row.who == who)
                .map(Row::to)
                .findFirst();
    }

    /** What may be done now by somebody who has these parts. */
    public static Set<Step> open(State from, Collection<Who> parts) {
        var open = EnumSet.noneOf(Step.class);
        for (var step : Step.values())
            if (parts.stream().anyMatch(who -> next(from, step, who).isPresent())) open.add(step);
        return open;
    }

    /** Every row as one line, for people and for tests. */
    static List<String> lines() {
        return TABLE.stream()
                .map(row -> String.join(
                        " ", Arrays.asList(row.from.name(), row.step.name(), row.who.name(), row.to.name())))
                .toList();
    }
}
