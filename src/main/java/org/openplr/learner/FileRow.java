package org.openplr.learner;

import java.util.List;

/** A row of a file of learners, as it was read. */
public sealed interface FileRow {
    /** The line in which it begins. */
    int line();

    List<FileRemark> remarks();

    /** The cells of a row: where the one of a column stands, and what the file calls it; the row itself for no column. */
    interface Cells {
        int line(String column);

        String name(String column);
    }

    /** Somebody to be registered. */
    record ToBeRegistered(Cells cells, List<FileRemark> remarks, LearnerToRegister learner) implements FileRow {
        public ToBeRegistered {
            remarks = List.copyOf(remarks);
        }

        @Override
        public int line() {
            return cells.line("");
        }
    }

    /** Somebody to be verified. */
    record ToBeVerified(int line, List<FileRemark> remarks, ToVerify learner) implements FileRow {
        public ToBeVerified {
            remarks = List.copyOf(remarks);
        }
    }

    /** Somebody who has something to do with the organisation. */
    record ToBeRelated(Cells cells, List<FileRemark> remarks, ToRelate learner) implements FileRow {
        public ToBeRelated {
            remarks = List.copyOf(remarks);
        }

        @Override
        public int line() {
            return cells.line("");
        }
    }

    /** It cannot be taken, for what is remarked. */
    record Unreadable(int line, List<FileRemark> remarks, FileResult.Code code) implements FileRow {
        public Unreadable {
            remarks = List.copyOf(remarks);
        }
    }
}
