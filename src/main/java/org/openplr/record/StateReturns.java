package org.openplr.record;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Ids;
import org.openplr.platform.Intake;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.record.StateReturn.Changed;
import org.openplr.record.StateReturn.Outcome;
import org.openplr.record.StateReturnTable.Standing;

/**
 * Loads what the state returns, a file at a time: all of it or nothing, in one transaction. The next load of the same return
 * replaces it: what it tells otherwise is a new version, what it tells no more is withdrawn by a version, and nothing is deleted.
 *
 * <p>Whatever was withdrawn otherwise stays so, whoever returns it; of two returns that tell of one event, what was loaded last
 * counts.
 */
@Service
public class StateReturns {
    private static final int AT_ONCE = 1_000;
    private static final int SHOWN = 100;

    private final StateReturnTable table;
    private final EventVersions versions;
    private final Learners learners;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    StateReturns(StateReturnTable table, Sql sql, Learners learners, Ids ids, InstantSource clock) {
        this.table = table;
        this.versions = new EventVersions(sql);
        this.learners = learners;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Loads a file.
     *
     * @param digest its SHA-256, in hexadecimal
     * @param events what it holds, each reference once; gone through twice
     */
    public Outcome load(StateReturn which, String digest, Iterable<ReportedEvent> events, Actor by) {
        var last = table.find(which);
        if (last.isPresent() && last.get().isOf(digest))
            return new Outcome.Again(last.get().load());
        var refusals = refusals(which, events.iterator());
        if (!refusals.isEmpty()) return new Outcome.Refused(refusals);
        var load = table.next(which, last, digest);
        var work = new Work(which, load, Recorder.of(by));
        for (var all = events.iterator(); all.hasNext(); ) work.take(next(all));
        work.withdrawMissing();
        table.loaded(load, work.changed, Recorder.of(by), work.now);
        return new Outcome.Loaded(load.load(), work.changed);
    }

    /** The last hundred times that anything was loaded, the newest first. */
    public List<StateReturn.Load> loads(Actor.Administrator administrator) {
        Right.RUN.require(administrator);
        return table.loads(SHOWN);
    }

    private static List<ReportedEvent> next(Iterator<ReportedEvent> events) {
        var some = new ArrayList<ReportedEvent>();
        while (events.hasNext() && some.size() < AT_ONCE) some.add(events.next());
        return some;
    }

    private List<Intake.Refusal> refusals(StateReturn which, Iterator<ReportedEvent> events) {
        var refusals = new ArrayList<Intake.Refusal>();
        for (var first = 0; events.hasNext() && refusals.size() < SHOWN; first += AT_ONCE) {
            var some = next(events);
            var registered =
                    learners.registered(some.stream().map(ReportedEvent::uln).toList());
            for (var i = 0; i < some.size() && refusals.size() < SHOWN; i++) {
                var faults = new ArrayList<>(EventRules.faults(some.get(i), registered));
                if (!some.get(i).source().equals(which.source())) faults.add(Fault.at("Source", "other-source"));
                if (!faults.isEmpty()) refusals.add(new Intake.Refusal(first + i, faults));
            }
        }
        return refusals;
    }

    /** What a load does, some events at a time. */
    private final class Work {
        private final StateReturn which;
        private final Standing load;
        private final String by;
        private final String why;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private Changed changed = Changed.NOTHING;

        Work(StateReturn which, Standing load, String by) {
            this.which = which;
            this.load = load;
            this.by = by;
            this.why = which + ", load " + load.load();
        }

        void take(List<ReportedEvent> events) {
            var some = new LinkedHashMap<EventVersions.Key, ReportedEvent>();
            for (var event : events) some.put(EventVersions.Key.of(event), event);
            if (some.size() < events.size()) throw Mistake.unprocessable(Fault.at("SourceReference", "twice-at-once"));
            var references =
                    some.keySet().stream().map(EventVersions.Key::reference).toList();
            var before = table.told(load.id(), references);
            write(some);
            table.tells(load, references, before);
        }

        private void write(Map<EventVersions.Key, ReportedEvent> some) {
            var known = versions.current(some.keySet());
            var gone = table.goneByReturns(
                    which.source(),
                    known.values().stream()
                            .filter(EventVersion::withdrawn)
                            .map(version -> version.reported().sourceReference())
                            .toList());
            var first = new ArrayList<EventVersion>();
            var next = new ArrayList<EventVersion>();
            var again = 0;
            for (var one : some.entrySet()) {
                var event = one.getValue();
                var version = known.get(one.getKey());
                if (version == null) first.add(EventVersion.first(ids.next(), event, now));
                else if (version.withdrawn() && gone.contains(event.sourceReference())) {
                    next.add(version.toldAgain(event, now));
                    again++;
                } else if (version.isChangedBy(event)) next.add(version.next(event, now));
            }
            versions.begin(first, by, why);
            versions.follow(next, by, why);
            var same = some.size() - first.size() - next.size();
            changed = changed.plus(new Changed(first.size(), next.size() - again, same, again, 0));
        }

        void withdrawMissing() {
            for (var missing = table.missing(load, AT_ONCE);
                    !missing.isEmpty();
                    missing = table.missing(load, AT_ONCE)) {
                var elsewhere = table.toldElsewhere(load, which.source(), missing);
                var keys = missing.stream()
                        .filter(reference -> !elsewhere.contains(reference))
                        .map(reference -> new EventVersions.Key(which.source(), reference))
                        .toList();
                var next = versions.current(keys).values().stream()
                        .filter(version -> !version.withdrawn())
                        .map(version -> version.withdrawn(true, now))
                        .toList();
                versions.follow(next, by, why);
                table.gone(load, missing);
                changed = changed.plus(new Changed(0, 0, 0, 0, next.size()));
            }
        }
    }
}
