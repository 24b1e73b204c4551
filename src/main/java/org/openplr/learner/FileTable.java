package org.openplr.learner;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openplr.learner.LearnerFile.About;
import org.openplr.learner.LearnerFile.State;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The rows of what organisations send; each statement decides by its row count. */
@Part
class FileTable {
    static final String CONTENT = "CONTENT";
    static final String ANSWER = "ANSWER";

    /** So long a file and its answer are kept after its end: our own figure. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int LONGEST_NAME = 200;
    private static final int SHOWN = 100;
    private static final String COLUMNS = "id, ukprn, account, roles, kind, name, language, sent_at, state, row_count,"
            + " rows_done, rows_good, ended_at";
    private static final String SELECT = "select " + COLUMNS + " from learner_file where ";
    private static final String OPEN = "state in ('WAITING', 'RUNNING')";
    private static final String ADD = """
        insert into learner_file (id, ukprn, account, roles, kind, name, language, digest, sent_at, state, row_count,
            rows_done, rows_good, tries) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, 0, 0, 0)\
        """;
    private static final String ADVANCE = """
        update learner_file set rows_done = ?, rows_good = rows_good + ?, tries = 0
            where id = ? and rows_done = ? and state = 'RUNNING'\
        """;

    private final Sql sql;
    private final FileRows rows;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    FileTable(Sql sql, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.rows = new FileRows(sql);
        this.clock = clock;
        this.ids = ids;
    }

    static String digest(byte[] content) {
        return Packed.digest(content);
    }

    /** The last part of a path, without what no name has. */
    static String cleanName(String name) {
        var clean = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "").strip();
        return FileRows.cut(clean, LONGEST_NAME);
    }

    /** What became of each row. */
    FileRows rows() {
        return rows;
    }

    UUID add(Actor.OrganisationUser sender, LearnerFile.Kind kind, String name, Locale language, String digest) {
        var id = ids.next();
        var values = List.of(
                id,
                sender.organisation().digits(),
                sender.account(),
                roles(sender),
                kind.name(),
                name,
                language.getLanguage(),
                digest,
                now());
        try {
            sql.update(ADD, values);
        } catch (Sql.DatabaseTrouble trouble) {
            if (trouble.isDuplicate()) throw Mistake.of(Mistake.Kind.CONFLICT, "file-coming-twice");
            throw trouble;
        }
        return id;
    }

    private static String roles(Actor.OrganisationUser sender) {
        return sender.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" "));
    }

    Optional<LearnerFile> same(Ukprn organisation, LearnerFile.Kind kind, String digest) {
        return one("ukprn = ? and kind = ? and digest = ?", List.of(organisation.digits(), kind.name(), digest));
    }

    Optional<LearnerFile> find(Ukprn organisation, About about, UUID id) {
        return one("ukprn = ? and id = ?", List.of(organisation.digits(), id))
                .filter(file -> file.kind().about() == about);
    }

    private Optional<LearnerFile> one(String where, List<?> values) {
        return sql.rows(SELECT + where, FileTable::file, values).stream().findFirst();
    }

    List<LearnerFile> of(Ukprn organisation, About about) {
        var values = new ArrayList<String>(List.of(organisation.digits()));
        about.kinds().forEach(kind -> values.add(kind.name()));
        return sql.rows(
                SELECT + "ukprn = ? and kind in (" + Sql.places(about.kinds().size())
                        + ") order by sent_at desc, id desc fetch first " + SHOWN + " rows only",
                FileTable::file,
                values);
    }

    int open(Ukprn organisation) {
        return sql.rows(
                        "select count(*) as files from learner_file where ukprn = ? and " + OPEN,
                        row -> row.number("files"),
                        List.of(organisation.digits()))
                .getFirst();
    }

    /** It goes on where it stopped, in the name of whoever sends it again. */
    LearnerFile reopen(Actor.OrganisationUser sender, LearnerFile file) {
        sql.update(
                "update learner_file set state = case when row_count = 0 then 'WAITING' else 'RUNNING' end, tries = 0,"
                        + " ended_at = null, account = ?, roles = ? where id = ? and state = 'FAILED'",
                List.of(sender.account(), roles(sender), file.id()));
        return one("id = ?", List.of(file.id())).orElse(file);
    }

    private static LearnerFile file(Sql.Row row) throws SQLException {
        return new LearnerFile(
                row.id("id"),
                LearnerFile.Kind.valueOf(row.text("kind")),
                row.text("name"),
                row.moment("sent_at"),
                State.valueOf(row.text("state")),
                row.number("row_count"),
                row.number("rows_done"),
                row.number("rows_good"),
                row.momentIfAny("ended_at"));
    }

    private record Waiting(LearnerFile file, Actor.OrganisationUser sender, Locale language) {}

    Optional<LearnerFileWork.Task> next() {
        return sql
                .rows(
                        SELECT + OPEN + " order by tries, sent_at, id fetch first 1 rows only",
                        row -> new Waiting(file(row), sender(row), Locale.of(row.text("language"))),
                        List.of())
                .stream()
                .findFirst()
                .map(one -> new LearnerFileWork.Task(one.file, one.sender, one.language, kept(one.file.id(), CONTENT)));
    }

    private static Actor.OrganisationUser sender(Sql.Row row) throws SQLException {
        Set<Role> roles = Arrays.stream(row.text("roles").split(" ", -1))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Actor.OrganisationUser(row.id("account"), new Ukprn(row.text("ukprn")), roles);
    }

    boolean begin(LearnerFile file, int rows) {
        return sql.update(
                        "update learner_file set state = 'RUNNING', row_count = ? where id = ? and state = 'WAITING'",
                        List.of(rows, file.id()))
                == 1;
    }

    boolean advance(LearnerFile file, int done, int more, int good) {
        return sql.update(ADVANCE, List.of(done + more, good, file.id(), done)) == 1;
    }

    boolean end(LearnerFile file, State state) {
        return sql.update(
                        "update learner_file set state = ?, ended_at = ? where id = ? and " + OPEN,
                        List.of(state.name(), now(), file.id()))
                == 1;
    }

    /** How often it failed since it last went on. */
    int failed(LearnerFile file) {
        sql.update("update learner_file set tries = tries + 1 where id = ?", List.of(file.id()));
        return sql.rows("select tries from learner_file where id = ?", row -> row.number("tries"), List.of(file.id()))
                .getFirst();
    }

    void keep(UUID id, String what, byte[] content) {
        keep(id, what, 0, content);
    }

    /** Keeps what comes behind whatever was kept under a lower number. */
    void keep(UUID id, String what, int first, byte[] content) {
        var rows = new ArrayList<List<Object>>();
        for (var part : Packed.pack(content)) rows.add(List.of(id, what, first + rows.size(), part));
        sql.batch("insert into learner_file_part (file_id, what, part_no, packed) values (?, ?, ?, ?)", rows);
    }

    byte[] kept(UUID id, String what) {
        return Packed.unpack(sql.rows(
                "select packed from learner_file_part where file_id = ? and what = ? order by part_no",
                row -> row.text("packed"),
                List.of(id, what)));
    }

    void drop(UUID id, String what) {
        sql.update("delete from learner_file_part where file_id = ? and what = ?", List.of(id, what));
    }

    void forget() {
        var old = sql.rows(
                "select id from learner_file where ended_at < ? and state <> 'FORGOTTEN'",
                row -> row.id("id"),
                List.of(now().minus(KEPT)));
        for (var id : old) {
            for (var table : List.of("learner_file_part", "learner_file_row", "learner_file_remark"))
                sql.update("delete from " + table + " where file_id = ?", List.of(id));
            sql.update("update learner_file set state = 'FORGOTTEN', digest = ? where id = ?", List.of(id, id));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
