package org.openplr.platform;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes many rows by one statement, a thousand to a round trip, inside the caller's transaction. */
public final class Rows {
    private static final int AT_ONCE = 1000;

    private Rows() {}

    /**
     * Runs the statement once for each row.
     *
     * @param sql an insert, update or delete with a {@code ?} for each value of a row
     * @param rows the values, in the order of the places
     */
    public static void write(
            EntityManager entityManager, String sql, List<? extends List<? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) return;
        var connection = entityManager.unwrap(Connection.class);
        try (var statement = connection.prepareStatement(sql)) {
            var waiting = 0;
            for (var row : rows) {
                for (var place = 0; place < row.size(); place++) statement.setObject(place + 1, row.get(place));
                statement.addBatch();
                if (++waiting % AT_ONCE == 0) statement.executeBatch();
            }
            if (waiting % AT_ONCE != 0) statement.executeBatch();
        } catch (SQLException refused) {
            throw new IllegalStateException("the database refused the rows", refused);
        }
    }
}
