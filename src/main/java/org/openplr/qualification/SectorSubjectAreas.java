package org.openplr.qualification;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openplr.platform.Changes;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.platform.Words;

/** The sector subject areas, 15 of tier 1 and 50 of tier 2. */
@Service
public class SectorSubjectAreas {
    private final Sql sql;

    @Inject
    SectorSubjectAreas(Sql sql) {
        this.sql = sql;
    }

    /** All of them, by code. */
    public List<SectorSubjectArea> all() {
        return sql.rows(
                "select code, name from sector_subject_area order by tier, code",
                row -> new SectorSubjectArea(new AreaCode(row.text("code")), row.text("name")),
                List.of());
    }

    /** Takes these areas, each code at most once, and links the qualifications that were there before them. */
    public Changes take(List<SectorSubjectArea> areas) {
        var known = all().stream().collect(Collectors.toMap(SectorSubjectArea::code, Function.identity()));
        var fresh = new ArrayList<List<Object>>();
        var changed = new ArrayList<List<Object>>();
        for (var area : areas) {
            var before = known.get(area.code());
            if (before == null) fresh.add(values(area));
            else if (!before.equals(area)) changed.add(values(area));
        }
        sql.batch("insert into sector_subject_area (name, name_key, tier, parent, code) values (?, ?, ?, ?, ?)", fresh);
        sql.batch(
                "update sector_subject_area set name = ?, name_key = ?, tier = ?, parent = ? where code = ?", changed);
        if (!fresh.isEmpty() || !changed.isEmpty()) link();
        return new Changes(fresh.size(), changed.size(), areas.size() - fresh.size() - changed.size());
    }

    private void link() {
        var names = new AreaNames(all());
        var words = sql.rows(
                "select distinct area_text from qualification where area_text <> ''",
                row -> row.text("area_text"),
                List.of());
        sql.batch(
                "update qualification set area_code = ? where area_text = ?",
                words.stream().map(text -> List.of(names.codeOf(text), text)).toList());
    }

    private static List<Object> values(SectorSubjectArea area) {
        var code = area.code();
        var parent = code.tier() == 1 ? "" : code.broad();
        return List.of(area.name(), Words.key(area.name()), code.tier(), parent, code.text());
    }
}
