package org.openplr.record;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Puts an event right as a data challenge was decided: a new version of it, or an event that was missing. Who may decide so
 * is not asked here.
 */
@Service
public class Correcting {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final EventVersions versions;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    Correcting(Sql sql, Ids ids, InstantSource clock) {
        this.versions = new EventVersions(sql);
        this.ids = ids;
        this.clock = clock;
    }

    /** What an event says that can be put right. */
    public record Content(
            LearningEvent.Subject subject,
            LearningEvent.Award award,
            LearningEvent.Participation participation,
            LearningEvent.Body awardingOrganisation,
            LearningEvent.Body provider) {}

    /** An event as it is now. */
    public record Held(LearningEvent event, boolean withdrawn) {}

    /** The event of this id, of whomever, also where it was withdrawn. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Held> held(UUID event) {
        return versions.current(event).map(version -> new Held(version.event(version.disputed()), version.withdrawn()));
    }

    /**
     * Makes the next version of an event say this; the source's own word that it is disputed is answered by it.
     *
     * @param marked whether our mark stays, because somebody else challenges it still
     * @throws Mistake CONFLICT where it is withdrawn, UNPROCESSABLE with every fault, STALE where somebody was quicker
     */
    public void correct(UUID event, Content to, boolean marked, Actor by, String why) {
        var before = versions.current(event).orElseThrow(Mistake::notFound);
        if (before.withdrawn()) throw Mistake.of(Mistake.Kind.CONFLICT, "event-withdrawn");
        var was = before.reported();
        var report = new ReportedEvent(
                was.source(),
                was.sourceReference(),
                was.uln(),
                to.subject,
                to.award,
                to.participation,
                to.awardingOrganisation,
                to.provider,
                was.collected(),
                false,
                today());
        insist(report);
        versions.follow(List.of(before.corrected(report, marked, now())), Recorder.of(by), why);
    }

    /**
     * Adds an event that was missing.
     *
     * @param reference by which it can be told anew: unique among those of the source
     * @throws Mistake UNPROCESSABLE with every fault
     */
    public UUID add(Uln learner, String source, String reference, Content content, Actor by, String why) {
        var report = new ReportedEvent(
                source,
                reference,
                learner,
                content.subject,
                content.award,
                content.participation,
                content.awardingOrganisation,
                content.provider,
                new LearningEvent.Return(null, null, "F", "0"),
                false,
                today());
        insist(report);
        var version = EventVersion.first(ids.next(), report, now());
        versions.begin(List.of(version), Recorder.of(by), why);
        return version.id();
    }

    private static void insist(ReportedEvent report) {
        var faults = EventRules.faults(report, Set.of(report.uln()));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), UK);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
