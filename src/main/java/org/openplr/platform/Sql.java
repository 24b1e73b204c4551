package org.openplr.platform;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * SQL written by hand, in the transaction that is running: rows in bulk in one statement, and rows read straight into
 * records. Where none is running, a statement is a transaction of its own.
 *
 * <p>In the server it asks the data source, which gives every call of one transaction the same connection, the entity
 * manager's too; in tools and tests it works on the connection of an entity manager.
 */
public final class Sql {
    private static final int PER_BATCH = 1_000;

    private final Connections connections;

    /** On connections of a data source, as the server's: there, those of the transaction that is running. */
    public Sql(DataSource dataSource) {
        this.connections = new Connections() {
            @Override
            public <T> T with(Work<T> work) throws SQLException {
                try (var connection = dataSource.getConnection()) {
                    return work.on(connection);
                }
            }
        };
    }

    /** On the connection of an entity manager that has a transaction. */
    public Sql(EntityManager entityManager) {
        this.connections = new Connections() {
            @Override
            public <T> T with(Work<T> work) throws SQLException {
                return work.on(
                        Objects.requireNonNull(entityManager.unwrap(Connection.class), "SQL needs a transaction"));
            }
        };
    }

    private interface Connections {
        <T> T with(Work<T> work) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Makes one thing of one row. */
    @FunctionalInterface
    public interface Reading<T extends @Nullable Object> {
        T read(Row row) throws SQLException;
    }

    /** Every row of a query, read in the database's order. */
    public <T> List<T> rows(String sql, Reading<T> reading, List<?> values) {
        return with(sql, statement -> {
            bind(statement, values);
            try (var found = statement.executeQuery()) {
                var row = new Row(found);
                var read = new ArrayList<T>();
                while (found.next()) read.add(reading.read(row));
                return read;
            }
        });
    }

    /** One statement; returns how many rows it touched. */
    public int update(String sql, List<? extends @Nullable Object> values) {
        return with(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** One statement once for every list of values, sent in batches; returns how many rows it touched in all. */
    public int batch(String sql, Collection<? extends List<? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) return 0;
        return with(sql, statement -> {
            var touched = 0;
            var waiting = 0;
            for (var values : rows) {
                bind(statement, values);
                statement.addBatch();
                if (++waiting == PER_BATCH) {
                    touched += sum(statement.executeBatch());
                    waiting = 0;
                }
            }
            return waiting == 0 ? touched : touched + sum(statement.executeBatch());
        });
    }

    /** So many question marks, for {@code in (…)} and {@code values (…)}. */
    public static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    @FunctionalInterface
    private interface Prepared<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Prepared<T> prepared) {
        try {
            return connections.with(connection -> {
                try (var statement = connection.prepareStatement(sql)) {
                    return prepared.run(statement);
                }
            });
        } catch (SQLException broken) {
            throw new DatabaseTrouble(broken);
        }
    }

    static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (var i = 0; i < values.size(); i++) statement.setObject(i + 1, sqlValue(values.get(i)));
    }

    private static @Nullable Object sqlValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate date -> Date.valueOf(date);
            case Instant moment -> Timestamp.from(moment);
            case UUID id -> id.toString();
            default -> value;
        };
    }

    private static int sum(int[] counts) {
        var sum = 0;
        for (var count : counts) sum += Math.max(count, 0);
        return sum;
    }

    /** One row of an answer; columns by their names. */
    public static final class Row {
        private final ResultSet found;
        private final Map<String, Integer> places = new HashMap<>();

        Row(ResultSet found) {
            this.found = found;
        }

        /** A driver searches for a name each time, in any case of its letters: here it does so once for all rows. */
        private int place(String column) throws SQLException {
            var known = places.get(column);
            if (known != null) return known;
            var place = found.findColumn(column);
            places.put(column, place);
            return place;
        }

        /** The text of a column that is never null. */
        public String text(String column) throws SQLException {
            return Objects.requireNonNull(found.getString(place(column)), column);
        }

        public @Nullable String textIfAny(String column) throws SQLException {
            return found.getString(place(column));
        }

        public UUID id(String column) throws SQLException {
            return UUID.fromString(text(column));
        }

        /** The date of a column that is never null. */
        public LocalDate date(String column) throws SQLException {
            return Objects.requireNonNull(dateIfAny(column), column);
        }

        public @Nullable LocalDate dateIfAny(String column) throws SQLException {
            var date = found.getDate(place(column));
            return date == null ? null : date.toLocalDate();
        }

        public Instant moment(String column) throws SQLException {
            return Objects.requireNonNull(found.getTimestamp(place(column)), column)
                    .toInstant();
        }

        public @Nullable Instant momentIfAny(String column) throws SQLException {
            var moment = found.getTimestamp(place(column));
            return moment == null ? null : moment.toInstant();
        }

        /** The bytes of a column that is never null. */
        public byte[] bytes(String column) throws SQLException {
            return Objects.requireNonNull(found.getBytes(place(column)), column);
        }

        public int number(String column) throws SQLException {
            return found.getInt(place(column));
        }

        public @Nullable Integer numberIfAny(String column) throws SQLException {
            var number = found.getInt(place(column));
            return found.wasNull() ? null : number;
        }

        public long longNumber(String column) throws SQLException {
            return found.getLong(place(column));
        }

        public boolean flag(String column) throws SQLException {
            return found.getBoolean(place(column));
        }
    }

    /** The database did not do what it was told; the transaction is lost. */
    public static final class DatabaseTrouble extends RuntimeException {
        private static final String UNIQUE_VIOLATION = "23505";

        DatabaseTrouble(SQLException cause) {
            super("SQL state " + cause.getSQLState(), cause);
        }

        /** Whether there is already one of what there may be only one of. */
        public boolean isDuplicate() {
            return getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState());
        }
    }
}
