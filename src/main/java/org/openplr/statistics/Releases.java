package org.openplr.statistics;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** The releases that were made, with what each took to be in every cell. */
@Service
public class Releases {
    private final Sql sql;

    @Inject
    Releases(Sql sql) {
        this.sql = sql;
    }

    /** One that was made. */
    record Made(int number, Instant at) {}

    /** What it took to be in one cell, and whether it told it. */
    record Kept(String cell, int people, boolean told) {}

    Optional<Made> last() {
        return sql
                .rows(
                        "select number, made_at from statistics_release order by number desc fetch first 1 rows only",
                        row -> new Made(row.number("number"), row.moment("made_at")),
                        List.of())
                .stream()
                .findFirst();
    }

    List<Kept> cells(Made release) {
        return sql.rows(
                "select cell, people, is_told from statistics_cell where release_no = ?",
                row -> new Kept(row.text("cell"), row.number("people"), row.flag("is_told")),
                List.of(release.number));
    }

    /**
     * Keeps another one.
     *
     * @throws Sql.DatabaseTrouble a duplicate, where somebody else was quicker
     */
    public void keep(int number, Instant at, Map<Cell, Integer> people, Set<Cell> told) {
        sql.update("insert into statistics_release (number, made_at) values (?, ?)", List.of(number, at));
        sql.batch(
                "insert into statistics_cell (release_no, cell, people, is_told) values (?, ?, ?, ?)",
                people.entrySet().stream()
                        .map(cell -> List.<Object>of(
                                number, cell.getKey().key(), cell.getValue(), told.contains(cell.getKey())))
                        .toList());
    }
}
