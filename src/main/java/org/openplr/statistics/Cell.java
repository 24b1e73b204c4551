package org.openplr.statistics;

/**
 * Some people who are counted together: those of a table's row and column, of all its rows, or of all its columns. Two tables of the
 * same people have the same totals, so a total's cell knows no table where its row does not.
 *
 * @param people of whom they are some
 * @param row a year, a region, an age and so on, each with what it is before it; {@link #ALL} for everybody
 * @param column a column of a table, with the table before it; {@link #ALL} for the total of the row
 */
record Cell(Table.People people, String row, String column) {
    static final String ALL = "*";

    /** Those in one row and column. */
    static Cell of(Table table, String row, String column) {
        return new Cell(table.people(), named(table.rows(), row), name(table) + "=" + column);
    }

    /** Everybody in a row: of those who achieved, a cell of those who were present. */
    static Cell ofRow(Table table, String row) {
        if (table.people() == Table.People.ACHIEVED) return of(Table.TAKING_PART, row, Table.ACHIEVED);
        return new Cell(table.people(), named(table.rows(), row), ALL);
    }

    /** Everybody in a column, whichever row they are in. */
    static Cell ofColumn(Table table, String column) {
        return new Cell(table.people(), ALL, name(table) + "=" + column);
    }

    private static String named(Table.Rows rows, String row) {
        return rows.name() + "=" + row;
    }

    /** The tables of what came after a level have the same columns. */
    private static String name(Table table) {
        return switch (table.people()) {
            case LEVEL_2 -> Table.AFTER_LEVEL_2.name();
            case LEVEL_3 -> Table.AFTER_LEVEL_3.name();
            case PRESENT, ACHIEVED -> table.name();
        };
    }

    /** As it is kept. */
    String key() {
        return people + "|" + row + "|" + column;
    }
}
