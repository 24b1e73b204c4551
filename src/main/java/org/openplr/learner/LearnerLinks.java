package org.openplr.learner;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Numbers that turned out to be one person's: the superseded one leads to the master from then on, and nothing is moved
 * from one to the other, so that a link can be undone. Whoever is sensitive by one is by all.
 */
@Service
public class LearnerLinks {
    /** What became of a link. */
    public sealed interface Linking {
        /** It was made. */
        record Linked() implements Linking {}

        /** It was there already. */
        record Unchanged() implements Linking {}

        /** It cannot be made. */
        record Refused(Fault fault) implements Linking {}
    }

    private final Sql sql;
    private final Learners learners;
    private final Marks marks;
    private final InstantSource clock;

    @Inject
    LearnerLinks(Sql sql, Learners learners, Marks marks, InstantSource clock) {
        this.sql = sql;
        this.learners = learners;
        this.marks = marks;
        this.clock = clock;
    }

    /** From now on the superseded number leads to the master; so does whatever led to the superseded one. */
    public Linking link(Uln superseded, Uln master) {
        var before = learners.find(superseded);
        var after = learners.find(master);
        if (after.isEmpty()) return new Linking.Refused(Fault.at("MasterULN", "not-registered"));
        var last = after.get().uln();
        if (superseded.equals(last)) return new Linking.Refused(Fault.at("SupersededULN", "links-to-itself"));
        if (after.get().numbers().contains(superseded)) return new Linking.Unchanged();
        var elsewhere = before.map(learner -> learner.uln()).filter(uln -> !uln.equals(superseded));
        if (elsewhere.isPresent()) return new Linking.Refused(Fault.at("SupersededULN", "linked-to-another"));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.batch(
                "update learner_link set master = ? where master = ?",
                List.of(List.of(last.digits(), superseded.digits())));
        sql.batch(
                "insert into learner_link (superseded, master, linked_at, linked_to) values (?, ?, ?, ?)",
                List.of(List.of(superseded.digits(), last.digits(), now, last.digits())));
        learners.find(last).ifPresent(marks::linked);
        return new Linking.Linked();
    }

    private record Link(String superseded, String linkedTo) {}

    private record Master(Uln uln, Instant since) {}

    /**
     * The number counts again, and whatever led to it before it was superseded leads to it again.
     *
     * @return the master that it led to; empty where it led nowhere
     */
    Optional<Uln> unlink(Uln superseded) {
        var master = sql.rows(
                "select master, linked_at from learner_link where superseded = ?",
                row -> new Master(new Uln(row.text("master")), row.moment("linked_at")),
                List.of(superseded.digits()));
        if (master.isEmpty()) return Optional.empty();
        var former = master.getFirst().uln;
        var links = sql.rows(
                "select superseded, linked_to from learner_link where master = ?",
                row -> new Link(row.text("superseded"), row.text("linked_to")),
                List.of(former.digits()));
        sql.update("delete from learner_link where superseded = ?", List.of(superseded.digits()));
        for (var one : ledTo(superseded.digits(), links))
            sql.update("update learner_link set master = ? where superseded = ?", List.of(superseded.digits(), one));
        marks.unlinked(master.getFirst().since, learners.find(superseded), learners.find(former));
        return Optional.of(former);
    }

    /** Whatever was linked to this number, or to what was linked to it. */
    private static List<String> ledTo(String number, List<Link> links) {
        var led = new ArrayList<String>();
        for (var link : links) {
            if (!link.linkedTo.equals(number)) continue;
            led.add(link.superseded);
            led.addAll(ledTo(link.superseded, links));
        }
        return led;
    }
}
