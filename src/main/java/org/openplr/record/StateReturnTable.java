package org.openplr.record;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Returns, their loads, and which events each told of. */
@Part
class StateReturnTable {
    /** A return as it stands: its last load, and the digest of that. */
    record Standing(UUID id, int load, String digest) {
        boolean isOf(String another) {
            return MessageDigest.isEqual(
                    digest.getBytes(StandardCharsets.US_ASCII), another.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static final String FIND = """
        select r.id, r.load_no, l.digest from state_return r
            join state_return_load l on l.return_id = r.id and l.load_no = r.load_no
            where r.source_code = ? and r.academic_year = ? and r.return_code = ? and r.file_name = ?\
        """;
    private static final String LOADED = """
        insert into state_return_load (return_id, load_no, digest, row_count, created_rows, updated_rows, unchanged_rows,
            reinstated_rows, withdrawn_rows, loaded_by, loaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String LOADS = """
        select r.source_code, r.academic_year, r.return_code, r.file_name, l.load_no, l.row_count, l.created_rows,
            l.updated_rows, l.unchanged_rows, l.reinstated_rows, l.withdrawn_rows, l.loaded_at
            from state_return_load l join state_return r on r.id = l.return_id order by l.loaded_at desc, r.id, l.load_no desc\
        """;

    private final Sql sql;
    private final Ids ids;

    @Inject
    StateReturnTable(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    Optional<Standing> find(StateReturn one) {
        return sql
                .rows(
                        FIND,
                        row -> new Standing(row.id("id"), row.number("load_no"), row.text("digest")),
                        List.of(one.source(), one.year(), one.number(), one.file()))
                .stream()
                .findFirst();
    }

    /** Every time anything was loaded, the newest first. */
    List<StateReturn.Load> loads(int atMost) {
        return sql.rows(LOADS + " fetch first " + atMost + " rows only", StateReturnTable::load, List.of());
    }

    private static StateReturn.Load load(Sql.Row row) throws SQLException {
        var what = new StateReturn(
                row.text("source_code"), row.text("academic_year"), row.text("return_code"), row.text("file_name"));
        var changed = new StateReturn.Changed(
                row.number("created_rows"),
                row.number("updated_rows"),
                row.number("unchanged_rows"),
                row.number("reinstated_rows"),
                row.number("withdrawn_rows"));
        return new StateReturn.Load(
                what, row.number("load_no"), row.number("row_count"), changed, row.moment("loaded_at"));
    }

    /**
     * The next load of it.
     *
     * @throws Mistake STALE where somebody else loads it at the same time
     */
    Standing next(StateReturn one, Optional<Standing> last, String digest) {
        if (last.isEmpty()) {
            var id = ids.next();
            sql.update(
                    "insert into state_return (id, source_code, academic_year, return_code, file_name, load_no)"
                            + " values (?, ?, ?, ?, ?, 1)",
                    List.of(id, one.source(), one.year(), one.number(), one.file()));
            return new Standing(id, 1, digest);
        }
        var before = last.get();
        var moved = sql.update(
                "update state_return set load_no = ? where id = ? and load_no = ?",
                List.of(before.load + 1, before.id, before.load));
        if (moved == 0) throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
        return new Standing(before.id, before.load + 1, digest);
    }

    void loaded(Standing load, StateReturn.Changed changed, String by, Instant at) {
        sql.update(
                LOADED,
                List.of(
                        load.id,
                        load.load,
                        load.digest,
                        changed.rows(),
                        changed.created(),
                        changed.updated(),
                        changed.unchanged(),
                        changed.reinstated(),
                        changed.withdrawn(),
                        by,
                        at));
    }

    /** Of these events, those that the return told of before. */
    Set<String> told(UUID id, Collection<String> references) {
        var values = new ArrayList<Object>(references);
        values.add(id);
        return new HashSet<>(sql.rows(
                "select source_reference from state_return_event where source_reference in ("
                        + Sql.places(references.size()) + ") and return_id = ?",
                row -> row.text("source_reference"),
                values));
    }

    /** Of these, those that a load withdrew, of whichever return of the source. */
    Set<String> goneByReturns(String source, Collection<String> references) {
        if (references.isEmpty()) return Set.of();
        var values = new ArrayList<Object>(references);
        values.add(source);
        return new HashSet<>(sql.rows(
                "select e.source_reference from state_return_event e join state_return r on r.id = e.return_id"
                        + " where e.source_reference in (" + Sql.places(references.size())
                        + ") and e.gone = true and r.source_code = ?",
                row -> row.text("source_reference"),
                values));
    }

    /** Notes that this load tells of these. */
    void tells(Standing load, Collection<String> references, Set<String> before) {
        var fresh = new ArrayList<List<Object>>();
        var known = new ArrayList<List<Object>>();
        for (var one : references)
            if (before.contains(one)) known.add(List.of(load.load, one, load.id));
            else fresh.add(List.of(load.id, one, load.load));
        sql.batch(
                "update state_return_event set load_no = ?, gone = false where source_reference = ? and return_id = ?",
                known);
        sql.batch(
                "insert into state_return_event (return_id, source_reference, load_no, gone) values (?, ?, ?, false)",
                fresh);
    }

    /** Some of which an earlier load told, and this one does not. */
    List<String> missing(Standing load, int atMost) {
        return sql.rows(
                "select source_reference from state_return_event where return_id = ? and load_no < ? and gone = false"
                        + " fetch first " + atMost + " rows only",
                row -> row.text("source_reference"),
                List.of(load.id, load.load));
    }

    void gone(Standing load, Collection<String> references) {
        sql.batch(
                "update state_return_event set gone = true where source_reference = ? and return_id = ?",
                references.stream().map(one -> List.<Object>of(one, load.id)).toList());
    }

    /** Of these, those of which another return of the same source still tells. */
    Set<String> toldElsewhere(Standing load, String source, Collection<String> references) {
        var values = new ArrayList<Object>(references);
        values.addAll(List.of(load.id, source));
        return new HashSet<>(sql.rows(
                "select e.source_reference from state_return_event e join state_return r on r.id = e.return_id"
                        + " where e.source_reference in (" + Sql.places(references.size())
                        + ") and e.return_id <> ? and e.gone = false and r.source_code = ?",
                row -> row.text("source_reference"),
                values));
    }
}
