package org.openplr.statistics;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    Optional<Made> last() {
        return sql
                .rows(
                        "select number, made_at from statistics_release order by number desc fetch first 1 rows only",
                        row -> new Made(row.number("number"), row.moment("made_at")),
                        List.of())
                .stream()
                .findFirst();
    }

    /** What it took to be in every cell, told or not. */
    Map<String, Integer> people(Made release) {
        return people("release_no = ?", release);
    }

    /** What of it is told. */
    Map<String, Integer> told(Made release) {
        return people("release_no = ? and is_told", release);
    }

    private Map<String, Integer> people(String which, Made release) {
        return sql
                .rows(
                        "select cell, people from statistics_cell where " + which,
                        row -> Map.entry(row.text("cell"), row.number("people")),
                        List.of(release.number))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
