package org.openplr.learner;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;

/** What became of the rows of files, and what there is to say of them. */
final class FileRows {
    private static final String SEPARATOR = "\u001f";

    private final Sql sql;

    FileRows(Sql sql) {
        this.sql = sql;
    }

    void answer(UUID id, int done, List<FileResult> results) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var i = 0; i < results.size(); i++) {
            var one = results.get(i);
            var row = new ArrayList<@Nullable Object>(
                    List.of(id, done + i + 1, one.code().name()));
            row.add(one.uln().map(Uln::digits).orElse(null));
            row.add(String.join(SEPARATOR, one.detail()));
            rows.add(row);
        }
        sql.batch("insert into learner_file_row (file_id, row_no, code, uln, detail) values (?, ?, ?, ?, ?)", rows);
    }

    SortedMap<Integer, FileResult> results(UUID id) {
        var results = new TreeMap<Integer, FileResult>();
        sql.rows(
                "select row_no, code, uln, detail from learner_file_row where file_id = ?",
                row -> {
                    var uln = Optional.ofNullable(row.textIfAny("uln")).map(Uln::new);
                    var code = FileResult.Code.valueOf(row.text("code"));
                    results.put(row.number("row_no"), new FileResult(code, uln, split(row.text("detail"))));
                    return true;
                },
                List.of(id));
        return results;
    }

    /** What there is to say of some rows that follow each other, from this one on; 0 is the file as a whole. */
    void remark(UUID id, int first, List<List<FileRemark>> remarks) {
        var rows = new ArrayList<List<Object>>();
        for (var i = 0; i < remarks.size(); i++)
            for (var place = 0; place < remarks.get(i).size(); place++)
                rows.add(values(id, first + i, place, remarks.get(i).get(place)));
        sql.batch(
                "insert into learner_file_remark (file_id, row_no, place, line_no, field, code, detail, is_fault)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static List<Object> values(UUID id, int row, int place, FileRemark one) {
        return List.of(
                id,
                row,
                place,
                one.line(),
                cut(one.column(), 100),
                one.code(),
                cut(String.join(SEPARATOR, one.detail()), 1_000),
                one.fault());
    }

    static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    SortedMap<FileResult.Code, Integer> counts(UUID id) {
        var counts = new TreeMap<FileResult.Code, Integer>();
        sql.rows(
                "select code, count(*) as many from learner_file_row where file_id = ? group by code",
                row -> counts.put(FileResult.Code.valueOf(row.text("code")), row.number("many")),
                List.of(id));
        return counts;
    }

    List<FileRemark> remarks(UUID id, int atMost) {
        return sql.rows(
                "select line_no, field, code, detail, is_fault from learner_file_remark where file_id = ?"
                        + " order by row_no, place fetch first " + atMost + " rows only",
                FileRows::remark,
                List.of(id));
    }

    Map<Integer, List<FileRemark>> remarksByRow(UUID id) {
        var byRow = new HashMap<Integer, List<FileRemark>>();
        sql.rows(
                "select row_no, line_no, field, code, detail, is_fault from learner_file_remark where file_id = ?"
                        + " order by row_no, place",
                row -> byRow.computeIfAbsent(row.number("row_no"), _ -> new ArrayList<>())
                        .add(remark(row)),
                List.of(id));
        return byRow;
    }

    private static FileRemark remark(Sql.Row row) throws SQLException {
        return new FileRemark(
                row.number("line_no"),
                row.text("field"),
                row.text("code"),
                split(row.text("detail")),
                row.flag("is_fault"));
    }

    private static List<String> split(String detail) {
        return detail.isEmpty() ? List.of() : List.of(detail.split(SEPARATOR, -1));
    }
}
