package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openplr.qualification.AreaCode;
import org.openplr.qualification.SectorSubjectArea;

/** Reads LARS's files of sector subject areas: tier 1, tier 2, or both in one. */
final class AreaFiles {
    private AreaFiles() {}

    static boolean fits(CsvFile file) {
        return hasTier(file, 1) || hasTier(file, 2);
    }

    /** The areas that each row names; its -1 and -2 (unknown, not applicable) are none. */
    static CsvRows<List<SectorSubjectArea>> read(CsvFile file) {
        return file.rows(row -> {
            var named = new ArrayList<SectorSubjectArea>();
            for (var tier = 1; tier <= 2; tier++) if (hasTier(file, tier)) read(row, column(tier), named);
            return named;
        });
    }

    /** Every area once: LARS repeats those of tier 1 among those of tier 2, and in every row of the file of both. */
    static List<SectorSubjectArea> once(CsvRows<List<SectorSubjectArea>> rows) {
        Map<AreaCode, SectorSubjectArea> areas = new LinkedHashMap<>();
        rows.values().forEach(named -> named.forEach(area -> areas.putIfAbsent(area.code(), area)));
        return List.copyOf(areas.values());
    }

    private static void read(CsvRow row, String column, List<SectorSubjectArea> named) {
        var written = row.required(column);
        if (written.startsWith("-")) {
            row.warn(column, "a code for no area, left out");
            return;
        }
        var code = AreaCode.parse(written).orElseThrow(() -> row.fault(column, "not a sector subject area"));
        row.required(column + "Desc");
        named.add(new SectorSubjectArea(code, row.text(column + "Desc", 100)));
    }

    private static boolean hasTier(CsvFile file, int tier) {
        return file.has(column(tier), column(tier) + "Desc");
    }

    private static String column(int tier) {
        return "SectorSubjectAreaTier" + tier;
    }
}
