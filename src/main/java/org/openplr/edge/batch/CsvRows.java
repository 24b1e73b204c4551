package org.openplr.edge.batch;

import java.util.List;

/**
 * The rows of a file after each was read.
 *
 * @param read how many rows the file has
 * @param values what was made of those that could be read, in their order
 * @param lines the line in which the row of each value begins
 * @param faults one for each row that could not
 * @param warnings what was odd about rows that could
 */
public record CsvRows<T>(int read, List<T> values, List<Long> lines, List<RowFault> faults, List<RowFault> warnings) {
    public CsvRows {
        values = List.copyOf(values);
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }
}
