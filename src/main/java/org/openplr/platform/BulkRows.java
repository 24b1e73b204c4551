package org.openplr.platform;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills tables with very many rows, on a connection of its own: by {@code COPY} into PostgreSQL, in batches into Derby. The
 * keys and indexes that a table names are dropped first and built at the end, so nobody else may work with them meanwhile.
 */
public final class BulkRows implements AutoCloseable {
    private static final int BYTES = 1 << 16;

    private final Connection connection;
    private final boolean copies;

    public BulkRows(DataSource dataSource) {
        try {
            connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            copies = connection.isWrapperFor(PGConnection.class);
        } catch (SQLException broken) {
            throw new Sql.DatabaseTrouble(broken);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private void commit(Work work) {
        try {
            work.run();
            connection.commit();
        } catch (SQLException broken) {
            throw new Sql.DatabaseTrouble(broken);
        }
    }

    /** Takes away what is built at the end. */
    public void begin(Collection<BulkTable> tables) {
        commit(() -> {
            for (var table : tables) for (var one : table.afterwards()) run(one.drop(table.name()));
        });
    }

    /** Adds these rows, in one transaction. */
    public void add(Collection<BulkTable.Rows> some) {
        commit(() -> {
            for (var rows : some) {
                if (copies) copy(rows);
                else insert(rows);
            }
        });
    }

    /** Builds what was taken away, and {@link #settle settles} the tables. */
    public void end(Collection<BulkTable> tables) {
        commit(() -> {
            if (copies) run("set maintenance_work_mem = '512MB'");
            for (var table : tables) for (var one : table.afterwards()) run(one.build(table.name()));
        });
        settle(tables);
    }

    /** Lets the database look at what it has now, so that it knows how to search it. */
    public void settle(Collection<BulkTable> tables) {
        commit(() -> {
            connection.commit();
            connection.setAutoCommit(true);
            // The visibility map, too: without it an index alone answers nothing.
            for (var table : tables) run(copies ? "vacuum (analyze) " + table.name() : statistics(table));
            connection.setAutoCommit(false);
        });
    }

    private String statistics(BulkTable table) throws SQLException {
        return "call syscs_util.syscs_update_statistics('" + connection.getSchema() + "', '"
                + table.name().toUpperCase(Locale.ROOT) + "', null)";
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(BulkTable.Rows rows) throws SQLException {
        var columns = rows.table().columns();
        var sql = "insert into " + rows.table().name() + " (" + String.join(", ", columns) + ") values ("
                + Sql.places(columns.size()) + ")";
        try (var statement = connection.prepareStatement(sql)) {
            for (var values : rows.values()) {
                Sql.bind(statement, values);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void copy(BulkTable.Rows rows) throws SQLException {
        var sql = "copy " + rows.table().name() + " ("
                + String.join(", ", rows.table().columns()) + ") from stdin";
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            var text = new StringBuilder(BYTES + 1_000);
            for (var values : rows.values()) {
                line(text, values);
                if (text.length() < BYTES) continue;
                write(copy, text);
            }
            write(copy, text);
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private static void write(CopyIn copy, StringBuilder text) throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** A row as {@code COPY} reads it: tabs between, {@code \N} for nothing. */
    static void line(StringBuilder text, List<? extends @Nullable Object> values) {
        for (var i = 0; i < values.size(); i++) {
            if (i > 0) text.append('\t');
            append(text, values.get(i));
        }
        text.append('\n');
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String words -> escaped(text, words);
            case Instant moment -> text.append(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
            default -> text.append(value);
        }
    }

    private static void escaped(StringBuilder text, String words) {
        for (var i = 0; i < words.length(); i++) {
            var letter = words.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(letter);
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException broken) {
            throw new Sql.DatabaseTrouble(broken);
        }
    }
}
