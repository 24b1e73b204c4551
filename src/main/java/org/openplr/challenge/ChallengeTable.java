package org.openplr.challenge;

import jakarta.inject.Inject;
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
    private static final String SELECT = "select " + ChallengeRow.COLUMNS + " from challenge";

    /** Derby would rather go through the whole table: it is told the index; elsewhere a comment. */
    private static final String BY_DESK = SELECT + " --DERBY-PROPERTIES index=challenge_desk\n where ";

    private static final String BY_OWNER = SELECT + " --DERBY-PROPERTIES index=challenge_owner\n where ";
    private static final String BY_DUE = SELECT + " --DERBY-PROPERTIES index=challenge_due\n where ";
    private static final String INSERT = "insert into challenge (" + ChallengeRow.COLUMNS
            + ", desk, place, same_key, due_by, reminded) values (" + Sql.places(32) + ")";
    private static final String MOVE = """
        update challenge set state = ?, owner = ?, explanation = ?, elsewhere_on = ?, elsewhere_what = ?, received_on = ?,
            acknowledge_by = ?, twenty_by = ?, month_by = ?, extended_to = ?, stopped_on = ?, waits_until = ?, answered_on = ?,
            appeal_by = ?, answer = ?, appealed = ?, desk = ?, place = ?, same_key = ?, due_by = ?, reminded = 0,
            revision = revision + 1
            where id = ? and revision = ?\
        """;

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
                ChallengeRow.digits(one.raisedBy().organisation()),
                ChallengeRow.digits(one.owner()),
                one.story().explanation(),
                one.story().elsewhereOn(),
                one.story().elsewhere()));
        values.addAll(ChallengeRow.days(one));
        values.addAll(Arrays.asList(ChallengeRow.answer(one), one.appealed(), one.made(), one.revision()));
        values.addAll(Arrays.asList(ChallengeRow.desk(one), ChallengeRow.place(one), null, null, 0));
        sql.update(INSERT, values);
        write(one.id(), "O", one.story().original());
        write(one.id(), "S", one.story().supplied());
    }

    /** Changes a row as it was seen; false where somebody else was quicker. */
    boolean move(Challenge before, Challenge after) {
        var values = new ArrayList<@Nullable Object>(Arrays.asList(
                after.state().name(),
                ChallengeRow.digits(after.owner()),
                after.story().explanation(),
                after.story().elsewhereOn(),
                after.story().elsewhere()));
        values.addAll(ChallengeRow.days(after));
        values.addAll(Arrays.asList(
                ChallengeRow.answer(after),
                after.appealed(),
                ChallengeRow.desk(after),
                ChallengeRow.place(after),
                ChallengeRow.same(after),
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

    /** Forgets drafts that were begun before; returns which. */
    List<UUID> forgetDrafts(Instant before) {
        var old = sql.rows(
                "select id from challenge where state = 'DRAFT' and made_at < ? fetch first 500 rows only",
                row -> row.id("id"),
                List.of(before));
        old.removeIf(id ->
                sql.update("update challenge set revision = revision + 1 where id = ? and state = 'DRAFT'", List.of(id))
                        == 0);
        for (var id : old) {
            sql.update("delete from challenge_field where challenge = ?", List.of(id));
            sql.update("delete from challenge where id = ?", List.of(id));
        }
        return old;
    }

    Optional<Challenge> find(UUID id) {
        return some("id = ?", List.of(id)).stream().findFirst();
    }

    /** Whose record each of these is about. */
    Map<UUID, Uln> learners(Collection<UUID> ids) {
        var learners = new HashMap<UUID, Uln>();
        if (!ids.isEmpty())
            sql.rows(
                    "select id, uln from challenge where id in (" + Sql.places(ids.size()) + ")",
                    row -> learners.put(row.id("id"), new Uln(row.text("uln"))),
                    List.copyOf(ids));
        return learners;
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

    /** How many are on a desk, and of how many of them something was due before a day. */
    Challenges.Waiting waiting(String desk, LocalDate today) {
        return sql.rows(
                        "select count(*) as waiting, count(case when due_by < ? then 1 end) as late from challenge"
                                + " where desk = ?",
                        row -> new Challenges.Waiting(row.number("waiting"), row.number("late")),
                        List.of(today, desk))
                .getFirst();
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

    /** Those of which something was due before a day and that have not climbed to the end, by id, behind this one. */
    List<Challenge> climbing(LocalDate today, String behind, int most) {
        return read(
                BY_DUE + "due_by < ? and reminded < " + Climbing.LAST + " and id > ? order by id fetch first " + most
                        + " rows only",
                List.of(today, behind));
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
        var rows = sql.rows(query, ChallengeRow::read, values);
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
}
