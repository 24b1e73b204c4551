package org.openplr.edge.batch;

import java.util.Iterator;
import java.util.List;
import org.openplr.learner.FileFormat;
import org.openplr.learner.FileRemark;

/**
 * A file of achievements: read once to see whether it can be, and then row by row, as often as is wanted, so that no more than a
 * step of its rows is ever held.
 */
interface AwardFile {
    /** Looks at a file; what it is, its content tells. */
    static AwardFile look(byte[] content) {
        return switch (FileFormat.of(content)) {
            case CSV -> new CsvAwards(content);
            case XML -> new XmlAwards(content);
        };
    }

    /** Whether nothing of it can be taken; the last remark says why. */
    boolean isRefused();

    /** What there is to say of the file as a whole. */
    List<FileRemark> remarks();

    int count();

    /** From the first row on. */
    Iterator<AwardRow> rows();

    /** The names of what a row has that the form does not know. */
    List<String> others();

    /** What a row has under them. */
    List<String> others(AwardRow row);

    /** Whether the answer needs a mark to be read right. */
    boolean wantsMark();

    boolean isXml();
}
