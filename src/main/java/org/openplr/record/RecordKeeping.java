package org.openplr.record;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.platform.Changes;
import org.openplr.platform.Ids;
import org.openplr.platform.Intake;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Writes what sources report: a new event, a new version of a known one, or nothing where it says the same.
 *
 * <p>An event is withdrawn and reinstated by its own call only, and a mark of ours that it is under data challenge
 * outlasts whatever its source reports.
 */
@Service
public class RecordKeeping {
    private static final int AT_ONCE = 500;

    private final EventVersions versions;
    private final Learners learners;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    RecordKeeping(Sql sql, Learners learners, Ids ids, InstantSource clock) {
        this.versions = new EventVersions(sql);
        this.learners = learners;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes these events, a few statements for hundreds of them; of two with the same source and reference the later
     * counts.
     *
     * @param why where it came from: a file's name, a service's
     */
    public Intake take(List<ReportedEvent> events, Actor by, String why) {
        var intake = Intake.NOTHING;
        for (var from = 0; from < events.size(); from += AT_ONCE) {
            var some = events.subList(from, Math.min(from + AT_ONCE, events.size()));
            intake = intake.plus(takeSome(some, Recorder.of(by), why), from);
        }
        return intake;
    }

    /** Takes an event out of the record; what it said is kept. Whether that changed anything. */
    public boolean withdraw(UUID event, Actor by, String why) {
        return change(event, by, why, (version, now) -> version.withdrawn() ? version : version.withdrawn(true, now));
    }

    /** Puts a withdrawn event back. Whether that changed anything. */
    public boolean reinstate(UUID event, Actor by, String why) {
        return change(event, by, why, (version, now) -> version.withdrawn() ? version.withdrawn(false, now) : version);
    }

    /** Sets or removes our mark that an event is under data challenge. Whether that changed anything. */
    public boolean markUnderDataChallenge(UUID event, boolean marked, Actor by, String why) {
        return change(
                event,
                by,
                why,
                (version, now) ->
                        version.markedChallenged() == marked ? version : version.markedChallenged(marked, now));
    }

    private boolean change(UUID event, Actor by, String why, BiFunction<EventVersion, Instant, EventVersion> changing) {
        var before = versions.current(event).orElseThrow(Mistake::notFound);
        var after = changing.apply(before, now());
        if (after.equals(before)) return false;
        versions.follow(List.of(after), Recorder.of(by), why);
        return true;
    }

    private Intake takeSome(List<ReportedEvent> events, String by, String why) {
        var registered =
                learners.registered(events.stream().map(ReportedEvent::uln).toList());
        var refusals = new ArrayList<Intake.Refusal>();
        var sound = new LinkedHashMap<EventVersions.Key, ReportedEvent>();
        for (var index = 0; index < events.size(); index++) {
            var event = events.get(index);
            var faults = EventRules.faults(event, registered);
            if (faults.isEmpty()) sound.put(EventVersions.Key.of(event), event);
            else refusals.add(new Intake.Refusal(index, faults));
        }
        return new Intake(write(sound, by, why), refusals);
    }

    private Changes write(Map<EventVersions.Key, ReportedEvent> sound, String by, String why) {
        var known = versions.current(sound.keySet());
        var now = now();
        var first = new ArrayList<EventVersion>();
        var next = new ArrayList<EventVersion>();
        sound.forEach((key, event) -> {
            var before = known.get(key);
            if (before == null) first.add(EventVersion.first(ids.next(), event, now));
            else if (before.isChangedBy(event)) next.add(before.next(event, now));
        });
        versions.begin(first, by, why);
        versions.follow(next, by, why);
        return new Changes(first.size(), next.size(), sound.size() - first.size() - next.size());
    }

    /** What both databases can hold. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
