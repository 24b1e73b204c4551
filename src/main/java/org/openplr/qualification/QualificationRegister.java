package org.openplr.qualification;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Changes;
import org.openplr.platform.Rows;
import org.openplr.platform.Service;

/** Takes what a register says into the house's own: one query for every thousand rows, and only what changed is written. */
@Service
public class QualificationRegister {
    private static final int AT_ONCE = 1000;

    private final EntityManager entityManager;

    @Inject
    QualificationRegister(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Takes these rows, each number at most once. */
    public Changes take(List<QualificationRow> rows) {
        var areas = new AreaNames(new SectorSubjectAreas(entityManager).all());
        var changes = Changes.NONE;
        for (var from = 0; from < rows.size(); from += AT_ONCE)
            changes = changes.plus(takeSome(rows.subList(from, Math.min(from + AT_ONCE, rows.size())), areas));
        return changes;
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
        Rows.write(entityManager, RegisterEntry.INSERT, fresh);
        Rows.write(entityManager, RegisterEntry.UPDATE, changed);
        return new Changes(fresh.size(), changed.size(), rows.size() - fresh.size() - changed.size());
    }

    private Map<Qan, RegisterEntry> known(List<QualificationRow> rows) {
        var places =
                IntStream.rangeClosed(1, rows.size()).mapToObj(i -> "?" + i).collect(Collectors.joining(", "));
        var query = entityManager.createNativeQuery(
                "select qan, " + RegisterEntry.COLUMNS + " from qualification where qan in (" + places + ")");
        for (var i = 0; i < rows.size(); i++)
            query.setParameter(i + 1, rows.get(i).number().canonical());
        var known = new HashMap<Qan, RegisterEntry>();
        List<?> found = query.getResultList();
        for (var row : found) {
            var entry = RegisterEntry.of((Object[]) row);
            known.put(entry.number(), entry);
        }
        return known;
    }
}
