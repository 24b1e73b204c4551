package org.openplr.edge.batch;

import static org.openplr.qualification.QualificationField.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openplr.qualification.Qan;
import org.openplr.qualification.QualificationField;
import org.openplr.qualification.QualificationRow;

/** A form in which qualification registers come: which column says what. */
record QualificationForm(String number, String title, Map<QualificationField, String> others) {
    /** Ofqual's register, {@code Qualifications.csv} of the CSV file format of 24 October 2017. */
    private static final QualificationForm REGISTER = new QualificationForm(
            "Qualification Number",
            "Qualification Title",
            Map.ofEntries(
                    Map.entry(TYPE, "Qualification Type"),
                    Map.entry(LEVEL, "Qualification Level"),
                    Map.entry(SUB_LEVEL, "Qualification Sub Level"),
                    Map.entry(AWARDING_ORGANISATION, "Owner Organisation Name"),
                    Map.entry(RECOGNITION_NUMBER, "Owner Organisation Recognition Number"),
                    Map.entry(SECTOR_SUBJECT_AREA, "Qualification SSA"),
                    Map.entry(STATUS, "Qualification Status"),
                    Map.entry(CREDITS, "Total Credits"),
                    Map.entry(GUIDED_HOURS, "Guided Learning Hours"),
                    Map.entry(TOTAL_HOURS, "Total Qualification Time"),
                    Map.entry(OPERATIONAL_START, "Operational Start Date"),
                    Map.entry(OPERATIONAL_END, "Operational End Date"),
                    Map.entry(CERTIFICATION_END, "Certification End Date"),
                    Map.entry(OFFERED_IN_ENGLAND, "Offered In England"),
                    Map.entry(OFFERED_IN_WALES, "Offered In Wales"),
                    Map.entry(OFFERED_IN_NORTHERN_IRELAND, "Offered In Northern Ireland"),
                    Map.entry(GRADING_TYPE, "Overall Grading Type"),
                    Map.entry(GRADING_SCALE, "Grading Scale"),
                    Map.entry(SPECIFICATION, "Link To Specification")));

    /**
     * The list of qualifications approved for funding. Its status is the funding's, not the register's, and its
     * dates are too.
     */
    private static final QualificationForm FUNDED = new QualificationForm(
            "QualificationNumber",
            "QualificationName",
            Map.of(
                    TYPE, "QualificationType",
                    LEVEL, "Level",
                    AWARDING_ORGANISATION, "AwardingOrganisation",
                    SECTOR_SUBJECT_AREA, "SectorSubjectArea"));

    static final List<QualificationForm> ALL = List.of(REGISTER, FUNDED);

    boolean fits(CsvFile file) {
        return file.has(number, title);
    }

    CsvRows<QualificationRow> read(CsvFile file) {
        var lines = new HashMap<Qan, Long>();
        return file.rows(row -> {
            var said = read(row);
            var before = lines.putIfAbsent(said.number(), row.line());
            if (before != null) throw row.fault(number, "the same number as in line " + before);
            if (!said.number().checkDigitHolds()) row.warn(number, "the check digit does not hold");
            return said;
        });
    }

    private QualificationRow read(CsvRow row) {
        var number = Qan.parse(row.required(this.number));
        var said = new QualificationRow(number.orElseThrow(() -> row.fault(this.number, "not a qualification number")));
        row.required(title);
        row.read(title, text -> said.says(TITLE, text));
        others.forEach((field, column) -> {
            if (row.has(column)) row.read(column, text -> said.says(field, text));
        });
        return said;
    }
}
