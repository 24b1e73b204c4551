package org.openplr.record;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;

/** One version of one learning event: a row of {@code record_event_version}. */
record EventVersion(
        UUID id,
        int number,
        ReportedEvent reported,
        boolean withdrawn,
        boolean markedChallenged,
        Instant knownFrom,
        String contentHash) {
    static final String COLUMNS = """
        event_id, version_no, uln, source_code, source_reference, known_from, withdrawn, marked_challenged,
        content_hash, subject_code, subject_title, qualification_type, level_text, award_date, grade, credits,
        assessment_language, participation_start, participation_end, awarding_name, awarding_code, provider_name,
        provider_code, collection_type, return_number, status_text, restriction, reported_challenge, date_loaded,
        assessment_date, retake_indicator, framework_code, framework_name, grading_type, sensitive, part_of\
        """;

    static final String INSERT = "insert into record_event_version (" + COLUMNS
            + ", recorded_by, recorded_why) values (" + Sql.places(38) + ")";

    /** The first version of an event. */
    static EventVersion first(UUID id, ReportedEvent reported, Instant now) {
        return new EventVersion(id, 1, reported, false, false, now, ContentHash.of(reported, false));
    }

    /** Whether this report says anything else than what is known. */
    boolean isChangedBy(ReportedEvent report) {
        return !ContentHash.of(report, markedChallenged).equals(contentHash);
    }

    /** The version after this one, with what the source says now; a mark of ours and a withdrawal stay. */
    EventVersion next(ReportedEvent now, Instant moment) {
        return new EventVersion(
                id, number + 1, now, withdrawn, markedChallenged, later(moment), ContentHash.of(now, markedChallenged));
    }

    /** The version after this one, with what the source says now that it tells of it again. */
    EventVersion toldAgain(ReportedEvent now, Instant moment) {
        return new EventVersion(
                id, number + 1, now, false, markedChallenged, later(moment), ContentHash.of(now, markedChallenged));
    }

    EventVersion withdrawn(boolean now, Instant moment) {
        return new EventVersion(id, number + 1, reported, now, markedChallenged, later(moment), contentHash);
    }

    EventVersion markedChallenged(boolean now, Instant moment) {
        return new EventVersion(id, number + 1, reported, withdrawn, now, later(moment), ContentHash.of(reported, now));
    }

    /** The version after this one, put right: what was disputed is so no more, but where it is said so. */
    EventVersion corrected(ReportedEvent now, boolean marked, Instant moment) {
        return new EventVersion(id, number + 1, now, withdrawn, marked, later(moment), ContentHash.of(now, marked));
    }

    /** Clocks of two nodes may disagree; versions never do. */
    private Instant later(Instant moment) {
        return moment.isBefore(knownFrom) ? knownFrom : moment;
    }

    /** Whether it is under data challenge: by our mark, or as its source reports. */
    boolean disputed() {
        return markedChallenged || reported.underDataChallenge();
    }

    /** @param disputed whether it is told as under data challenge */
    LearningEvent event(boolean disputed) {
        return new LearningEvent(
                id,
                reported.uln(),
                reported.source(),
                reported.sourceReference(),
                reported.subject(),
                reported.award(),
                reported.participation(),
                reported.awardingOrganisation(),
                reported.provider(),
                reported.collected(),
                disputed,
                reported.loadedOn(),
                reported.further());
    }

    static EventVersion read(Sql.Row row) throws SQLException {
        return new EventVersion(
                row.id("event_id"),
                row.number("version_no"),
                reported(row),
                row.flag("withdrawn"),
                row.flag("marked_challenged"),
                row.moment("known_from"),
                row.text("content_hash"));
    }

    private static ReportedEvent reported(Sql.Row row) throws SQLException {
        return new ReportedEvent(
                row.text("source_code"),
                row.text("source_reference"),
                new Uln(row.text("uln")),
                new LearningEvent.Subject(
                        row.textIfAny("subject_code"),
                        row.textIfAny("subject_title"),
                        row.textIfAny("qualification_type"),
                        row.textIfAny("level_text")),
                new LearningEvent.Award(
                        row.dateIfAny("award_date"),
                        row.textIfAny("grade"),
                        row.numberIfAny("credits"),
                        row.textIfAny("assessment_language")),
                new LearningEvent.Participation(
                        row.dateIfAny("participation_start"), row.dateIfAny("participation_end")),
                new LearningEvent.Body(row.textIfAny("awarding_name"), row.textIfAny("awarding_code")),
                new LearningEvent.Body(row.textIfAny("provider_name"), row.textIfAny("provider_code")),
                new LearningEvent.Return(
                        row.textIfAny("collection_type"),
                        row.textIfAny("return_number"),
                        row.textIfAny("status_text"),
                        row.textIfAny("restriction")),
                row.flag("reported_challenge"),
                row.date("date_loaded"),
                further(row));
    }

    private static LearningEvent.Further further(Sql.Row row) throws SQLException {
        var code = row.textIfAny("framework_code");
        var name = row.textIfAny("framework_name");
        return new LearningEvent.Further(
                row.dateIfAny("assessment_date"),
                row.textIfAny("retake_indicator"),
                code == null && name == null ? null : new LearningEvent.Framework(code, name),
                row.textIfAny("grading_type"),
                row.flag("sensitive"),
                row.textIfAny("part_of"));
    }

    /** The values of {@link #INSERT}. */
    List<@Nullable Object> values(String by, String why) {
        var r = reported;
        var framework = r.further().framework();
        return Arrays.asList(
                id,
                number,
                r.uln().digits(),
                r.source(),
                r.sourceReference(),
                knownFrom,
                withdrawn,
                markedChallenged,
                contentHash,
                r.subject().code(),
                r.subject().title(),
                r.subject().type(),
                r.subject().levelText(),
                r.award().date(),
                r.award().grade(),
                r.award().credits(),
                r.award().language(),
                r.participation().start(),
                r.participation().end(),
                r.awardingOrganisation().name(),
                r.awardingOrganisation().code(),
                r.provider().name(),
                r.provider().code(),
                r.collected().collectionType(),
                r.collected().number(),
                r.collected().status(),
                r.collected().restriction(),
                r.underDataChallenge(),
                r.loadedOn(),
                r.further().assessedOn(),
                r.further().retake(),
                framework == null ? null : framework.code(),
                framework == null ? null : framework.name(),
                r.further().gradingType(),
                r.further().sensitive(),
                r.further().partOf(),
                by,
                why);
    }
}
