package org.openplr.edge.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.openplr.edge.batch.XmlElement.Other;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileRow;
import org.openplr.learner.LearnerFile;
import org.openplr.learner.LearnerFileWork.Answered;
import org.openplr.party.Ukprn;

/** A file of learners in the XML of the LRS's web service of 2008: as generous as with CSV, and each liberty is told. */
final class XmlBatchFile implements SentFile {
    private static final Pattern NAME = Pattern.compile("LRB_[0-9]{8}_[0-9]{12}[.]XML");
    private static final int MOST_UNKNOWN = 1_000;

    private final XmlForm form;
    private final Ukprn organisation;
    private final XmlHead head;
    private final List<FileRemark> remarks = new ArrayList<>();
    private final List<XmlLearner> learners = new ArrayList<>();
    private final List<FileRow> rows = new ArrayList<>();
    private final List<Other> others = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int count;
    private int lastLine = 1;
    private boolean refused;

    private XmlBatchFile(LearnerFile.Kind kind, Ukprn organisation) {
        this.form = XmlForm.of(kind);
        this.organisation = organisation;
        this.head = new XmlHead();
    }

    static XmlBatchFile read(LearnerFile.Kind kind, Ukprn organisation, String name, byte[] content) {
        var file = new XmlBatchFile(kind, organisation);
        try {
            file.read(new XmlReading(content), name);
        } catch (XmlReading.Unwanted unwanted) {
            file.refuse(FileRemark.fault(line(unwanted), "", unwanted.code()));
        } catch (XMLStreamException broken) {
            var at = broken.getLocation();
            var place = at == null ? 1 : Math.max(1, at.getColumnNumber());
            file.refuse(FileRemark.fault(line(broken), "", "xml-broken", Integer.toString(place)));
        }
        return file;
    }

    static int line(XMLStreamException broken) {
        var at = broken.getLocation();
        return at == null ? 1 : Math.max(1, at.getLineNumber());
    }

    private void read(XmlReading document, String name) throws XMLStreamException {
        var root = document.root();
        if (!root.name().equals(form.root()) || !root.namespace().equals(form.namespace())) {
            refuse(FileRemark.fault(root.line(), root.name(), "xml-root", form.root(), form.namespace()));
            return;
        }
        for (var one : root.within()) unknown(one.flat(one.name()), "");
        for (var one = document.next(); one.isPresent(); one = document.next()) take(one.get());
        count(root.line());
        if (!refused) lookAtHead(root.line(), name);
        if (!refused) for (var learner : learners) rows.add(row(learner));
    }

    private void take(XmlElement element) {
        if (form.isOurs(element.namespace()) && !element.namespace().isEmpty())
            once("qualified", FileRemark.warning(element.line(), element.name(), "xml-qualified", element.namespace()));
        if (form.isOurs(element.namespace()) && element.name().equals("Learner")) {
            lastLine = element.line();
            if (++count <= form.form().most()) learners.add(new XmlLearner(form, element));
            else if (count == form.form().most() + 1) head.overflow(element.line());
        } else if (!form.isOurs(element.namespace()) || !head.take(element)) {
            unknown(element.flat(element.name()), "");
        } else if (!XmlHead.isSecret(element)) {
            unknown(element.flatWithin(element.name()), "");
        }
    }

    /** Keeps what no form knows, and tells each name once. */
    private void unknown(List<Other> some, String before) {
        if (before.isEmpty() && others.size() < MOST_UNKNOWN) others.addAll(some);
        for (var one : some)
            once("unknown " + before + one.path(), FileRemark.warning(one.line(), before + one.path(), "xml-unknown"));
    }

    private void once(String what, FileRemark remark) {
        if (told.size() < MOST_UNKNOWN && told.add(what)) remarks.add(remark);
    }

    private void refuse(FileRemark why) {
        refused = true;
        learners.clear();
        remarks.add(why);
    }

    private void count(int rootLine) {
        var most = form.form().most();
        var least = form.form().least();
        if (count == 0) refuse(FileRemark.fault(rootLine, "", "no-rows"));
        else if (count > most)
            refuse(FileRemark.fault(head.overflow(), "", "too-many-rows", number(count), number(most)));
        else if (count < least) remarks.add(FileRemark.warning(lastLine, "", "few-rows", number(count), number(least)));
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private void lookAtHead(int rootLine, String name) {
        if (form.form().headed() && !NAME.matcher(name).matches())
            remarks.add(FileRemark.warning(0, "", "file-name-form", name));
        if (head.has("OrgPassword"))
            remarks.add(FileRemark.warning(head.line("OrgPassword", rootLine), "OrgPassword", "password-not-read"));
        var said = head.text("LearnerRecordCount");
        if (!said.equals(number(count)))
            remarks.add(FileRemark.warning(
                    head.line("LearnerRecordCount", rootLine),
                    "LearnerRecordCount",
                    "record-count",
                    said,
                    number(count)));
        var whose = head.text("UKPRN");
        if (whose.isEmpty()) remarks.add(FileRemark.warning(rootLine, "UKPRN", "xml-organisation-missing"));
        else if (!whose.equals(organisation.digits()))
            refuse(FileRemark.fault(
                    head.line("UKPRN", rootLine), "UKPRN", "other-organisation", whose, organisation.digits()));
        if (form == XmlForm.REGISTRATION && !refused) lookAtJob(rootLine);
    }

    /** CHK asks whether somebody is there, and must register nobody. */
    private void lookAtJob(int rootLine) {
        var job = head.text("JobType");
        var line = head.line("JobType", rootLine);
        if (job.isEmpty()) remarks.add(FileRemark.warning(line, "JobType", "job-missing"));
        else if (!job.equals("FUL")) refuse(FileRemark.fault(line, "JobType", "job-type", job));
    }

    private FileRow row(XmlLearner learner) {
        unknown(learner.unknown(), "Learner/");
        if (!learner.isInOrder()) once("order", FileRemark.warning(learner.line(""), "", "xml-order"));
        var cells = new BatchCells(form.form(), learner);
        for (var one : learner.twice()) cells.add(FileRemark.warning(one.line(), one.path(), "xml-twice"));
        return form == XmlForm.REGISTRATION
                ? BatchReading.toRegister(learner.line(""), cells)
                : BatchReading.toVerify(learner.line(""), cells);
    }

    @Override
    public boolean isRefused() {
        return refused;
    }

    @Override
    public List<FileRemark> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public List<FileRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    public BatchRow row(int place) {
        return learners.get(place);
    }

    @Override
    public byte[] answer(List<Answered> answers, Locale language, Work work) {
        return new XmlAnswer(form, new AnswerWords(language), work).of(learners, others, answers);
    }
}
