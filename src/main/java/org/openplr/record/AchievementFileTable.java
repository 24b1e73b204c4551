package org.openplr.record;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** What became of the rows of files of achievements, counted. */
@Part
class AchievementFileTable {
    private static final String COLUMNS = "created_rows, updated_rows, unchanged_rows, withdrawn_rows, reinstated_rows,"
            + " promoted_rows, provisional_rows, learner_errors, field_errors, rule_errors";
    private static final String BEGIN =
            "insert into achievement_file (file_id, " + COLUMNS + ") values (?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)";
    private static final String ADD = """
        update achievement_file set created_rows = created_rows + ?, updated_rows = updated_rows + ?,
            unchanged_rows = unchanged_rows + ?, withdrawn_rows = withdrawn_rows + ?,
            reinstated_rows = reinstated_rows + ?, promoted_rows = promoted_rows + ?,
            provisional_rows = provisional_rows + ?, learner_errors = learner_errors + ?,
            field_errors = field_errors + ?, rule_errors = rule_errors + ? where file_id = ?\
        """;

    private final Sql sql;

    @Inject
    AchievementFileTable(Sql sql) {
        this.sql = sql;
    }

    void begin(UUID file) {
        sql.update(BEGIN, List.of(file));
    }

    void add(UUID file, AchievementCounts more) {
        sql.update(
                ADD,
                List.of(
                        more.created(),
                        more.updated(),
                        more.unchanged(),
                        more.withdrawn(),
                        more.reinstated(),
                        more.promoted(),
                        more.provisional(),
                        more.learnerData(),
                        more.fieldData(),
                        more.businessRules(),
                        file));
    }

    /** Of these files, those of which a row was read. */
    Map<UUID, AchievementCounts> of(Collection<UUID> files) {
        var counts = new HashMap<UUID, AchievementCounts>();
        if (files.isEmpty()) return counts;
        sql.rows(
                "select file_id, " + COLUMNS + " from achievement_file where file_id in (" + Sql.places(files.size())
                        + ")",
                row -> counts.put(row.id("file_id"), read(row)) == null,
                new ArrayList<>(files));
        return counts;
    }

    private static AchievementCounts read(Sql.Row row) throws SQLException {
        return new AchievementCounts(
                row.number("created_rows"),
                row.number("updated_rows"),
                row.number("unchanged_rows"),
                row.number("withdrawn_rows"),
                row.number("reinstated_rows"),
                row.number("promoted_rows"),
                row.number("provisional_rows"),
                row.number("learner_errors"),
                row.number("field_errors"),
                row.number("rule_errors"));
    }
}
