package org.openplr.edge.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.openplr.edge.batch.XmlElement.Other;
import org.openplr.learner.FileRemark;
import org.openplr.qualification.AwardReference;
import org.openplr.record.Achievement.Action;

/**
 * Achievements in the message SubmitAchievementBatchJob of the LRS's external service. What its numbers of actions and its types
 * of submission are is not published: those here are our own.
 */
final class XmlAwards implements AwardFile {
    private static final XmlForm FORM = XmlForm.ACHIEVEMENTS;
    private static final String LIST = "achievements";
    private static final Map<String, Action> ACTIONS =
            Map.of("1", Action.SUBMIT, "2", Action.WITHDRAW, "3", Action.REINSTATE, "4", Action.FINAL);
    private static final Set<String> HEAD = Set.of("invokingUser", "emailAddress");
    private static final int MOST_TOLD = 1_000;

    private final byte[] content;
    private final List<FileRemark> remarks = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private String status = "";
    private int count;
    private int overflow;
    private boolean refused;

    XmlAwards(byte[] content) {
        this.content = content.clone();
        try {
            look(new XmlReading(content, LIST));
        } catch (XmlReading.Unwanted unwanted) {
            refuse(FileRemark.fault(XmlBatchFile.line(unwanted), "", unwanted.code()));
        } catch (XMLStreamException broken) {
            var at = broken.getLocation();
            var place = at == null ? 1 : Math.max(1, at.getColumnNumber());
            refuse(FileRemark.fault(XmlBatchFile.line(broken), "", "xml-broken", Integer.toString(place)));
        }
    }

    private void look(XmlReading document) throws XMLStreamException {
        var root = document.root();
        if (!root.name().equals(FORM.root()) || !root.namespace().equals(FORM.namespace())) {
            refuse(FileRemark.fault(root.line(), root.name(), "xml-root", FORM.root(), FORM.namespace()));
            return;
        }
        for (var one = document.next(); one.isPresent(); one = document.next()) take(one.get());
        if (count == 0) refuse(FileRemark.fault(root.line(), "", "no-achievements"));
        if (count > FORM.form().most())
            refuse(FileRemark.fault(
                    overflow,
                    "",
                    "too-many-achievements",
                    number(count),
                    number(FORM.form().most())));
    }

    private static String number(int number) {
        return Integer.toString(number);
    }

    private void take(XmlElement element) {
        if (isAchievement(element)) {
            if (++count == FORM.form().most() + 1) overflow = element.line();
            for (var one : new XmlLearner(FORM, element).unknown()) once(one);
        } else if (element.name().equals("submissionType")) {
            status = element.text().strip();
            if (!status.isEmpty() && !status.toUpperCase(Locale.ROOT).matches("FINAL|PROVISIONAL"))
                refuse(FileRemark.fault(element.line(), element.name(), "submission-type", status));
        } else if (HEAD.contains(element.name())) {
            // Who sends it is known; and a password is never kept.
            for (var one : element.within())
                if (one.name().equals("OrgPassword"))
                    remarks.add(FileRemark.warning(one.line(), one.name(), "password-not-read"));
        } else once(new Other(element.name(), element.line(), ""));
    }

    private void once(Other one) {
        if (told.size() < MOST_TOLD && told.add(one.path()))
            remarks.add(FileRemark.warning(one.line(), one.path(), "xml-not-used"));
    }

    private static boolean isAchievement(XmlElement element) {
        return element.name().equals("Achievement") && FORM.isOurs(element.namespace());
    }

    private void refuse(FileRemark why) {
        if (!refused) remarks.add(why);
        refused = true;
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
    public int count() {
        return count;
    }

    /** One of them; its reference is what it is of, so that the same award is always the same. */
    private record Row(XmlLearner achievement, String status) implements BatchRow {
        @Override
        public String cell(String column) {
            return switch (column) {
                case "Status" -> status;
                case "Reference" -> reference();
                case "AchievementAwardDate", "DateOfBirth" -> day(column);
                default -> achievement.cell(column);
            };
        }

        private String reference() {
            var award = AwardReference.parse(achievement.cell("UnitOrQualificationReferenceNumber"));
            return award.map(AwardReference::canonical).orElse("-") + "-"
                    + achievement.cell("ULN").strip() + "-" + day("AchievementAwardDate");
        }

        /** Days are moments there. */
        private String day(String column) {
            return achievement.cell(column).strip().replaceFirst("(?<=^[0-9-]{10})T.*$", "");
        }

        @Override
        public int line(String column) {
            return achievement.line(column);
        }

        @Override
        public String name(String column) {
            return achievement.name(column);
        }
    }

    @Override
    public Iterator<AwardRow> rows() {
        return new Rows();
    }

    private final class Rows implements Iterator<AwardRow> {
        private final AwardReading reading = new AwardReading(ACTIONS);
        private final XmlReading document;
        private @Nullable XmlElement next;

        Rows() {
            try {
                document = new XmlReading(content, LIST);
                document.root();
                forward();
            } catch (XMLStreamException broken) {
                throw new UncheckedIOException(new IOException(broken));
            }
        }

        private void forward() throws XMLStreamException {
            next = null;
            for (var one = document.next(); one.isPresent(); one = document.next())
                if (isAchievement(one.get())) {
                    next = one.get();
                    return;
                }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public AwardRow next() {
            var one = next;
            if (one == null) throw new NoSuchElementException();
            try {
                forward();
            } catch (XMLStreamException broken) {
                throw new UncheckedIOException(new IOException(broken));
            }
            var row = new Row(new XmlLearner(FORM, one), status);
            var cells = new BatchCells(FORM.form(), row);
            for (var twice : row.achievement.twice())
                cells.add(FileRemark.warning(twice.line(), twice.path(), "xml-twice"));
            return reading.read(row, cells);
        }
    }

    @Override
    public List<String> others() {
        return List.of();
    }

    @Override
    public List<String> others(AwardRow row) {
        return List.of();
    }

    @Override
    public boolean wantsMark() {
        return false;
    }

    @Override
    public boolean isXml() {
        return true;
    }
}
