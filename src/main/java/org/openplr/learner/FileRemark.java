package org.openplr.learner;

import java.util.List;

/**
 * Something to say of a file of learners; its words are in the messages under {@code file.remark.<code>}.
 *
 * @param line of the file, from 1; 0 for none
 * @param column as the form names it, empty where it is about the whole line
 * @param detail for the words' places; it may be what stands in a cell, and so goes to nobody but the sender
 * @param fault whether the row was not taken for it
 */
public record FileRemark(int line, String column, String code, List<String> detail, boolean fault) {
    private static final int LONGEST = 300;

    public FileRemark {
        column = printable(column);
        detail = detail.stream().map(FileRemark::printable).toList();
    }

    public static FileRemark fault(int line, String column, String code, String... detail) {
        return new FileRemark(line, column, code, List.of(detail), true);
    }

    public static FileRemark warning(int line, String column, String code, String... detail) {
        return new FileRemark(line, column, code, List.of(detail), false);
    }

    private static String printable(String text) {
        var clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    /** What stands in cells stays out of logs. */
    @Override
    public String toString() {
        return "line " + line + ", " + column + ": " + code;
    }
}
