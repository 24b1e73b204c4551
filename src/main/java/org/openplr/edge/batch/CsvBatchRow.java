package org.openplr.edge.batch;

/** A line of a CSV file beneath its header. */
record CsvBatchRow(BatchHeader header, FileLine row) implements BatchRow {
    @Override
    public String cell(String column) {
        return header.cell(row, column);
    }

    @Override
    public int line(String column) {
        return row.number();
    }

    @Override
    public String name(String column) {
        return column;
    }

    /** What stands in cells stays out of logs. */
    @Override
    public String toString() {
        return "CsvBatchRow[" + row.number() + "]";
    }
}
