package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.openplr.party.Actor;
import org.openplr.platform.Intake;
import org.openplr.record.LearningEvent;
import org.openplr.record.RecordKeeping;
import org.openplr.record.ReportedEvent;

/**
 * Takes learning events of all sources from a file: the names of the LRS LearningEvent as columns, with {@code ULN},
 * {@code Source} and {@code SourceReference}, the source's own number for the event. Where there are columns of them, what the
 * fuller form of 2012 adds: {@code AssessmentDate}, {@code RetakeIndicator}, {@code FrameworkCode}, {@code FrameworkName},
 * {@code GradingType}, {@code Sensitive}; and {@code PartOf}, the source's number for the whole that this is a part of.
 */
@Dependent
public class EventImport {
    /** So many in one transaction: less than Derby locks a whole table for. */
    private static final int AT_ONCE = 1_000;

    private record Identity(String source, String reference) {}

    private final RecordKeeping records;

    @Inject
    EventImport(RecordKeeping records) {
        this.records = records;
    }

    /**
     * Takes every row that can be taken, a thousand in a transaction.
     *
     * @param why what is kept with the versions: where the file came from
     */
    public ImportReport take(CsvFile file, Actor by, String why) {
        var seen = new HashSet<Identity>();
        var rows = file.requiring("ULN", "Source", "SourceReference", "Subject", "DateLoaded")
                .rows(row -> event(row, seen));
        var events = rows.values();
        var intake = Intake.NOTHING;
        for (var from = 0; from < events.size(); from += AT_ONCE) {
            var some = events.subList(from, Math.min(from + AT_ONCE, events.size()));
            intake = intake.plus(records.take(some, by, why), from);
        }
        return ImportReport.of(rows, intake);
    }

    private static ReportedEvent event(CsvRow row, Set<Identity> seen) {
        var event = event(row);
        if (!seen.add(new Identity(event.source(), event.sourceReference())))
            throw row.fault("SourceReference", "stands in this file twice");
        return event;
    }

    /** An event, as its row says it: the values as they come. */
    static ReportedEvent event(CsvRow row) {
        return new ReportedEvent(
                row.required("Source").toUpperCase(Locale.ROOT),
                row.required("SourceReference"),
                Fields.uln(row, "ULN"),
                new LearningEvent.Subject(
                        Fields.text(row, "SubjectCode"),
                        Fields.text(row, "Subject"),
                        Fields.text(row, "QualificationType"),
                        Fields.text(row, "Level")),
                new LearningEvent.Award(
                        Fields.date(row, "AchievementAwardDate"),
                        Fields.text(row, "Grade"),
                        Fields.number(row, "Credits"),
                        Fields.text(row, "LanguageForAssessment")),
                new LearningEvent.Participation(
                        Fields.date(row, "ParticipationStartDate"), Fields.date(row, "ParticipationEndDate")),
                body(row, "AwardingOrganisation"),
                body(row, "AchievementProvider"),
                new LearningEvent.Return(
                        Fields.text(row, "CollectionType"),
                        Fields.text(row, "ReturnNumber"),
                        Fields.text(row, "Status"),
                        Fields.text(row, "Restriction")),
                Fields.flag(row, "UnderDataChallenge"),
                Fields.requiredDate(row, "DateLoaded"),
                further(row));
    }

    private static LearningEvent.Further further(CsvRow row) {
        var code = Fields.text(row, "FrameworkCode");
        var name = Fields.text(row, "FrameworkName");
        return new LearningEvent.Further(
                Fields.date(row, "AssessmentDate"),
                Fields.text(row, "RetakeIndicator"),
                code == null && name == null ? null : new LearningEvent.Framework(code, name),
                Fields.text(row, "GradingType"),
                Fields.flag(row, "Sensitive"),
                Fields.text(row, "PartOf"));
    }

    private static LearningEvent.Body body(CsvRow row, String which) {
        return new LearningEvent.Body(Fields.text(row, which + "Name"), Fields.text(row, which + "Ukprn"));
    }
}
