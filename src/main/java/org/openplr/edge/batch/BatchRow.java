package org.openplr.edge.batch;

import org.openplr.learner.FileRow;

/** One learner of a file, read by the names of the columns of its form, whatever the file is made of. */
interface BatchRow extends FileRow.Cells {
    /** What stands there, as it came; empty where nothing does. */
    String cell(String column);

    /** The line in which it stands, or where there is none, the line in which the learner begins. */
    @Override
    int line(String column);

    /** What the file itself calls it. */
    @Override
    String name(String column);
}
