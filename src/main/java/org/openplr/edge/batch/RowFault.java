package org.openplr.edge.batch;

/**
 * Something about a row that its sender has to know.
 *
 * @param line the line of the file in which the row begins, from 1
 * @param column the column's name as the file has it, empty where it is about the whole row
 * @param reason in words, without the value
 */
public record RowFault(long line, String column, String reason) {
    @Override
    public String toString() {
        return "line " + line + (column.isEmpty() ? "" : ", " + column) + ": " + reason;
    }
}
