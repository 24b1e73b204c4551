package org.openplr.qualification;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Changes;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Takes what a register says into the house's own: one query for every thousand rows, and only what changed is written. */
@Service
public class QualificationRegister {
    private static final int AT_ONCE = 1000;

    private final Sql sql;

    @Inject
    QualificationRegister(Sql sql) {
        this.sql = sql;
    }

    /** Takes these rows, each number at most once. */
    public Changes take(List<QualificationRow> rows) {
        var areas = new AreaNames(new SectorSubjectAreas(sql).all());
        var taken = Changes.NONE;
        var sorted = rows.stream()
                .sorted(Comparator.comparing(row -> row.number().canonical()))
                .toList();
        for (var from = 0; from < sorted.size(); from += AT_ONCE)
            taken = taken.plus(takeSome(sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())), areas));
        return taken;
    }

    private Changes takeSome(List<QualificationRow> rows, AreaNames areas) {
        var known = known(rows);
        var fresh = new ArrayList<List<@Nullable Object>>();
        var changed = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            var before = known.get(row.number());
            var after = (before == null ? RegisterEntry.unknown(row.number()) : before).after(row, areas);
            if (before == null) fresh.add(after.values());
            else if (!after.equals(before)) changed.add(after.values());
        }
        sql.batch(RegisterEntry.INSERT, fresh);
        sql.batch(RegisterEntry.UPDATE, changed);
        return new Changes(fresh.size(), changed.size(), rows.size() - fresh.size() - changed.size());
    }

    /** By a range, not a list of numbers: Derby goes through the whole table for a long list, once for each. */
    private Map<Qan, RegisterEntry> known(List<QualificationRow> sorted) {
        var range = List.of(
                sorted.getFirst().number().canonical(),
                sorted.getLast().number().canonical());
        return sql.rows(RegisterEntry.SELECT + " where qan between ? and ?", RegisterEntry::of, range).stream()
                .collect(Collectors.toMap(RegisterEntry::number, Function.identity()));
    }
}
