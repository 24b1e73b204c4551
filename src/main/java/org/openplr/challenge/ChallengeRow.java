package org.openplr.challenge;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;

/** A challenge as a row: what its columns say, on whose desk it lies, and its place there. */
final class ChallengeRow {
    static final String LEARNER = "learner";
    static final String DONE = "done";
    static final String COLUMNS = """
        id, reference, uln, kind, state, event_id, other_id, look_id, raised_by, raised_for, owner, explanation,
        elsewhere_on, elsewhere_what, received_on, acknowledge_by, twenty_by, month_by, extended_to, stopped_on, waits_until,
        answered_on, appeal_by, answer, appealed, made_at, revision\
        """;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private ChallengeRow() {}

    static Challenge read(Sql.Row row) throws SQLException {
        var answer = row.textIfAny("answer");
        return new Challenge(
                row.id("id"),
                row.text("reference"),
                new Uln(row.text("uln")),
                Kind.valueOf(row.text("kind")),
                State.valueOf(row.text("state")),
                new Challenge.About(id(row, "event_id"), id(row, "other_id"), id(row, "look_id")),
                new Challenge.By(row.id("raised_by"), ukprn(row.text("raised_for"))),
                ukprn(row.text("owner")),
                new Challenge.Story(
                        row.text("explanation"),
                        Map.of(),
                        Map.of(),
                        row.dateIfAny("elsewhere_on"),
                        row.text("elsewhere_what")),
                deadlines(row),
                new Challenge.Days(
                        row.dateIfAny("waits_until"), row.dateIfAny("answered_on"), row.dateIfAny("appeal_by")),
                answer == null ? null : State.valueOf(answer),
                row.flag("appealed"),
                row.moment("made_at"),
                row.longNumber("revision"));
    }

    private static @Nullable Deadlines deadlines(Sql.Row row) throws SQLException {
        var received = row.dateIfAny("received_on");
        return received == null
                ? null
                : new Deadlines(
                        received,
                        row.date("acknowledge_by"),
                        row.date("twenty_by"),
                        row.date("month_by"),
                        row.dateIfAny("extended_to"),
                        row.dateIfAny("stopped_on"));
    }

    private static @Nullable UUID id(Sql.Row row, String column) throws SQLException {
        var text = row.textIfAny(column);
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable Ukprn ukprn(String digits) {
        return digits.isEmpty() ? null : new Ukprn(digits);
    }

    static String digits(@Nullable Ukprn ukprn) {
        return ukprn == null ? "" : ukprn.digits();
    }

    static @Nullable String answer(Challenge one) {
        var answer = one.answer();
        return answer == null ? null : answer.name();
    }

    static List<@Nullable Object> days(Challenge one) {
        var due = one.deadlines();
        return Arrays.asList(
                due == null ? null : due.received(),
                due == null ? null : due.acknowledgeBy(),
                due == null ? null : due.twentyBy(),
                due == null ? null : due.monthBy(),
                due == null ? null : due.extendedTo(),
                due == null ? null : due.stoppedOn(),
                one.days().waitsUntil(),
                one.days().answeredOn(),
                one.days().appealBy());
    }

    /** On whose desk it lies. */
    static String desk(Challenge one) {
        return switch (one.state()) {
            case DRAFT -> "draft";
            case WAITING -> "later";
            case RAISED, ACKNOWLEDGED, WITH_OWNER -> digits(one.owner());
            case EVIDENCE_ASKED -> LEARNER;
            case APPEALED -> "";
            case UPHELD, PARTLY_UPHELD, NOT_UPHELD, WITHDRAWN, CLOSED -> DONE;
        };
    }

    /** Those for which somebody waits elsewhere come first, by that day; then by what is due. */
    static String place(Challenge one) {
        var due = one.dueBy().orElse(NEVER);
        var elsewhere = one.story().elsewhereOn();
        if (one.state().isOpen() && elsewhere != null)
            return "0 " + (elsewhere.isBefore(due) ? elsewhere : due) + " " + one.id();
        return "1 " + due + " " + one.id();
    }

    static @Nullable String same(Challenge one) {
        return one.state().isOpen() || one.state() == State.WAITING ? Sameness.of(one) : null;
    }
}
