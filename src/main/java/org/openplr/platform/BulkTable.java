package org.openplr.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is filled in bulk.
 *
 * @param columns in the order of the values of a row
 * @param afterwards its keys and indexes that are built once all rows are there, which is many times faster
 */
public record BulkTable(String name, List<String> columns, List<Index> afterwards) {
    public BulkTable {
        columns = List.copyOf(columns);
        afterwards = List.copyOf(afterwards);
    }

    /** A table whose indexes stay. */
    public BulkTable(String name, String columns) {
        this(name, List.of(columns.split(",\\s*")), List.of());
    }

    /** The same with keys and indexes that come after the rows. */
    public BulkTable with(Index... indexes) {
        return new BulkTable(name, columns, List.of(indexes));
    }

    /** An index, or the constraint that has it. */
    public record Index(Kind kind, String name, String columns) {
        public static Index key(String name, String columns) {
            return new Index(Kind.KEY, name, columns);
        }

        public static Index unique(String name, String columns) {
            return new Index(Kind.UNIQUE, name, columns);
        }

        public static Index plain(String name, String columns) {
            return new Index(Kind.PLAIN, name, columns);
        }

        String drop(String table) {
            return kind == Kind.PLAIN ? "drop index " + name : "alter table " + table + " drop constraint " + name;
        }

        String build(String table) {
            return switch (kind) {
                case KEY -> constraint(table, "primary key");
                case UNIQUE -> constraint(table, "unique");
                case PLAIN -> "create index " + name + " on " + table + " (" + columns + ")";
            };
        }

        private String constraint(String table, String what) {
            return "alter table " + table + " add constraint " + name + " " + what + " (" + columns + ")";
        }
    }

    /** What an index is for. */
    public enum Kind {
        KEY,
        UNIQUE,
        PLAIN
    }

    /** Some rows of it. */
    public record Rows(BulkTable table, List<? extends List<? extends @Nullable Object>> values) {
        public Rows {
            values = List.copyOf(values);
        }
    }
}
