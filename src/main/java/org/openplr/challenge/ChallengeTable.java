package org.openplr.challenge;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The rows of challenges and of what is said in them; a step changes a row only as it was seen. */
@Part
class ChallengeTable {
    static final String LEARNER = "learner";
    static final String DONE = "done";
    private static final String COLUMNS = """
        id, reference, uln, kind, state, event_id, other_id, look_id, raised_by, raised_for, owner, explanation,
        elsewhere_on, elsewhere_what, received_on, acknowledge_by, twenty_by, month_by, extended_to, stopped_on, waits_until,
        answered_on, appeal_by, answer, appealed, made_at, revision\
        """;
    private static final String SELECT = "select " + COLUMNS + " from challenge";

    /** Derby would rather go through the whole table: it is told the index; elsewhere a comment. */
    private static final String BY_DESK = SELECT + " --DERBY-PROPERTIES index=challenge_desk\n where ";

    private static final String BY_OWNER = SELECT + " --DERBY-PROPERTIES index=challenge_owner\n where ";
    private static final String BY_DUE = SELECT + " --DERBY-PROPERTIES index=challenge_due\n where ";
    private static final String INSERT = "insert into challenge (" + COLUMNS
            + ", desk, place, same_key, due_by, reminded) values (" + Sql.places(32) + ")";
    private static final String MOVE = """
        update challenge set state = ?, owner = ?, explanation = ?, elsewhere_on = ?, elsewhere_what = ?, received_on = ?,
            acknowledge_by = ?, twenty_by = ?, month_by = ?, extended_to = ?, stopped_on = ?, waits_until = ?, answered_on = ?,
            appeal_by = ?, answer = ?, appealed = ?, desk = ?, place = ?, same_key = ?, due_by = ?, reminded = 0,
            revision = revision + 1
            where id = ? and revision = ?\
        """;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Sql sql;

    @Inject
    ChallengeTable(Sql sql) {
        this.sql = sql;
    }

    void insert(Challenge one) {
        var values = new ArrayList<@Nullable Object>(Arrays.asList(
                one.id(),
                one.code(),
                one.uln().digits(),
                one.kind().name(),
                one.state().name(),
                one.about().event(),
                one.about().other(),
                one.about().look(),
                one.raisedBy().account(),
                digits(one.raisedBy().organisation()),
                digits(one.owner()),
                one.story().explanation(),
                one.story().elsewhereOn(),
                one.story().elsewhere()));
        values.addAll(days(one));
        values.addAll(Arrays.asList(answer(one), one.appealed(), one.made(), one.revision()));
        values.addAll(Arrays.asList(desk(one), place(one), null, null, 0));
        sql.update(INSERT, values);
        write(one.id(), "O", one.story().original());
        write(one.id(), "S", one.story().supplied());
    }

    /** Changes a row as it was seen; false where somebody else was quicker. */
    boolean move(Challenge before, Challenge after) {
        var values = new ArrayList<@Nullable Object>(Arrays.asList(
                after.state().name(),
                digits(after.owner()),
                after.story().explanation(),
                after.story().elsewhereOn(),
                after.story().elsewhere()));
        values.addAll(days(after));
        values.addAll(Arrays.asList(
                answer(after),
                after.appealed(),
                desk(after),
                place(after),
                same(after),
                after.dueBy().orElse(null),
                before.id(),
                before.revision()));
        if (sql.update(MOVE, values) == 0) return false;
        if (!before.story().supplied().equals(after.story().supplied())) {
            sql.update("delete from challenge_field where challenge = ? and side = 'S'", List.of(after.id()));
            write(after.id(), "S", after.story().supplied());
        }
        return true;
    }

    private void write(UUID id, String side, Map<Field, String> said) {
        sql.batch(
                "insert into challenge_field (challenge, side, field, said) values (?, ?, ?, ?)",
                said.entrySet().stream()
                        .map(one -> List.of(id, side, one.getKey().name(), one.getValue()))
                        .toList());
    }

    /** Forgets drafts that were begun before. */
    int forgetDrafts(Instant before) {
        var old = sql.rows(
                "select id from challenge where state = 'DRAFT' and made_at < ? fetch first 500 rows only",
                row -> row.id("id"),
                List.of(before));
        for (var id : old) {
            sql.update("delete from challenge_field where challenge = ?", List.of(id));
            sql.update("delete from challenge where id = ? and state = 'DRAFT'", List.of(id));
        }
        return old.size();
    }

    Optional<Challenge> find(UUID id) {
        return some("id = ?", List.of(id)).stream().findFirst();
    }

    /** The open one about the same thing. */
    Optional<Challenge> same(String key) {
        return some("same_key = ?", List.of(key)).stream().findFirst();
    }

    /** Those that were raised about learners of these numbers, the newest first. */
    List<Challenge> of(Collection<Uln> numbers) {
        return some(
                "uln in (" + Sql.places(numbers.size()) + ") and state <> 'DRAFT' order by id desc",
                numbers.stream().map(Uln::digits).toList());
    }

    /** Those that an organisation raised for its learners, the newest first. */
    List<Challenge> raisedFor(Ukprn organisation, String before, int most) {
        return some(
                "raised_for = ? and state <> 'DRAFT' and id < ? order by id desc fetch first " + most + " rows only",
                List.of(organisation.digits(), before));
    }

    /** Those on a desk, in their order, behind a place. */
    List<Challenge> on(String desk, String behind, int most) {
        return read(
                BY_DESK + "desk = ? and place > ? order by place fetch first " + most + " rows only",
                List.of(desk, behind));
    }

    /** Those of an owner that lie elsewhere: with the learner, or done. */
    List<Challenge> of(Ukprn owner, String desk, String behind, int most) {
        return read(
                BY_OWNER + "owner = ? and desk = ? and place > ? order by place fetch first " + most + " rows only",
                List.of(owner.digits(), desk, behind));
    }

    /** Those of which something was due before a day, the longest first. */
    List<Challenge> late(LocalDate today, int most) {
        return read(BY_DUE + "due_by < ? order by due_by, id fetch first " + most + " rows only", List.of(today));
    }

    /** Those that wait for a day that has come. */
    List<Challenge> waiting(LocalDate today) {
        return some("state = 'WAITING' and waits_until <= ? fetch first 200 rows only", List.of(today));
    }

    /** Those that were answered before a day and nobody appealed. */
    List<Challenge> answeredBefore(LocalDate day) {
        return some(
                "state in ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD') and answered_on < ? fetch first 200 rows only",
                List.of(day));
    }

    /** Whether another one about this event is open. */
    boolean isOpen(UUID event, UUID but) {
        return !sql.rows(
                        "select id from challenge where (event_id = ? or other_id = ?) and id <> ? and same_key is not"
                                + " null",
                        row -> row.text("id"),
                        List.of(event, event, but))
                .isEmpty();
    }

    /** How many about learners of these numbers are not done, drafts too. */
    int open(Collection<Uln> numbers) {
        return sql.rows(
                        "select count(*) as challenges from challenge where uln in (" + Sql.places(numbers.size())
                                + ") and desk <> 'done'",
                        row -> row.number("challenges"),
                        numbers.stream().map(Uln::digits).toList())
                .getFirst();
    }

    /** Whether there is any of these numbers. */
    boolean isAny(Collection<Uln> numbers) {
        return !sql.rows(
                        "select id from challenge where uln in (" + Sql.places(numbers.size())
                                + ") fetch first 1 rows only",
                        row -> row.text("id"),
                        numbers.stream().map(Uln::digits).toList())
                .isEmpty();
    }

    /** Notes that somebody was reminded; false where somebody else noted it. */
    boolean remind(UUID id, int from, int to) {
        return sql.update("update challenge set reminded = ? where id = ? and reminded = ?", List.of(to, id, from))
                == 1;
    }

    int reminded(UUID id) {
        return sql.rows("select reminded from challenge where id = ?", row -> row.number("reminded"), List.of(id))
                .getFirst();
    }

    private List<Challenge> some(String where, List<?> values) {
        return read(SELECT + " where " + where, values);
    }

    private List<Challenge> read(String query, List<?> values) {
        var rows = sql.rows(query, ChallengeTable::read, values);
        if (rows.isEmpty()) return rows;
        var original = new HashMap<UUID, Map<Field, String>>();
        var supplied = new HashMap<UUID, Map<Field, String>>();
        sql.rows(
                "select challenge, side, field, said from challenge_field"
                        + " --DERBY-PROPERTIES constraint=challenge_field_pk\n where challenge in ("
                        + Sql.places(rows.size()) + ")",
                row -> (row.text("side").equals("O") ? original : supplied)
                                .computeIfAbsent(row.id("challenge"), _ -> new EnumMap<>(Field.class))
                                .put(Field.valueOf(row.text("field")), row.text("said"))
                        == null,
                rows.stream().map(Challenge::id).toList());
        return rows.stream()
                .map(one -> one.telling(new Challenge.Story(
                        one.story().explanation(),
                        original.getOrDefault(one.id(), Map.of()),
                        supplied.getOrDefault(one.id(), Map.of()),
                        one.story().elsewhereOn(),
                        one.story().elsewhere())))
                .toList();
    }

    private static Challenge read(Sql.Row row) throws SQLException {
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

    private static @Nullable String answer(Challenge one) {
        var answer = one.answer();
        return answer == null ? null : answer.name();
    }

    private static List<@Nullable Object> days(Challenge one) {
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
    private static String desk(Challenge one) {
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

    private static @Nullable String same(Challenge one) {
        return one.state().isOpen() || one.state() == State.WAITING ? Sameness.of(one) : null;
    }
}
