package org.openplr.edge.batch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.openplr.learner.FileFormat;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileRow;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.party.Ukprn;

/** A file of learners as it was read, CSV or XML: the same learners make the same rows. */
interface SentFile {
    /**
     * Reads a file that this organisation sent under this name; what it is, its content tells. What no message of the LRS is for
     * is read as CSV whatever it is: an XML file has none of the columns, which is told.
     */
    static SentFile read(LearnerFile.Kind kind, Ukprn organisation, String name, byte[] content) {
        return FileFormat.of(content) == FileFormat.XML && kind != LearnerFile.Kind.RELATE
                ? XmlBatchFile.read(kind, organisation, name, content)
                : BatchFile.read(kind, organisation, name, content);
    }

    /** Whether nothing of it can be taken; the last remark says why. */
    boolean isRefused();

    /** What there is to say of the file as a whole. */
    List<FileRemark> remarks();

    List<FileRow> rows();

    /** The row of this place, from 0, as it came. */
    BatchRow row(int place);

    /** What is sent back, in the form in which it came. */
    byte[] answer(List<Answered> answers, Locale language, Work work);

    /** When it was worked off. */
    record Work(Instant begun, Instant ended) {}
}
