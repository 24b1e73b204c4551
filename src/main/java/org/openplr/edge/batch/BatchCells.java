package org.openplr.edge.batch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.FileRemark;
import org.openplr.learner.FileResult;
import org.openplr.party.Uln;
import org.openplr.platform.WrittenDate;

/** The cells of one row, read by the names of their columns; whatever is wrong with one is remarked, and the next is read. */
final class BatchCells {
    private static final String FORMULAS = "=+-@\t\r";
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]{1,20}(?:[.][0-9]{1,20})?[Ee][+-]?[0-9]{1,3}");
    private static final Pattern HASHES = Pattern.compile("#{3,}");
    private static final int LONGEST_IDENTIFIER = 128;

    private final BatchForm form;
    private final BatchRow row;
    private final List<FileRemark> remarks = new ArrayList<>();

    BatchCells(BatchForm form, BatchRow row) {
        this.form = form;
        this.row = row;
        for (var column : form.columns()) if (!form.isOfFile(column)) look(column);
        if (text("MISIdentifier").length() > LONGEST_IDENTIFIER)
            fault("MISIdentifier", "too-long", Integer.toString(LONGEST_IDENTIFIER));
    }

    private void look(String column) {
        var cell = row.cell(column);
        var text = cell.strip();
        var free = form.free().contains(column);
        if (hasControl(cell)) fault(column, "control-character");
        if (isFormula(cell)) remark(column, free ? "formula-kept" : "formula", !free);
        if (mayBeShortened(text) && SCIENTIFIC.matcher(text).matches())
            remarks.add(new FileRemark(row.line(column), row.name(column), "excel-number", List.of(text), !free));
        if (text.startsWith("###") && HASHES.matcher(text).matches()) remark(column, "excel-hashes", !free);
    }

    private static boolean hasControl(String cell) {
        for (var i = 0; i < cell.length(); i++) {
            var one = cell.charAt(i);
            if ((one < ' ' && one != '\r' && one != '\n' && one != '\t') || one == 0x7f) return true;
        }
        return false;
    }

    /** Whether a pattern has to be asked at all. */
    private static boolean mayBeShortened(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0)) && (text.indexOf('E') > 0 || text.indexOf('e') > 0);
    }

    /** Whether a spreadsheet would take it for a formula, as it came or without the blanks before it. */
    static boolean isFormula(String cell) {
        return beginsFormula(cell) || beginsFormula(cell.stripLeading());
    }

    private static boolean beginsFormula(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    }

    /** The row that they are of. */
    BatchRow row() {
        return row;
    }

    /** What stands there, without blanks around it. */
    String text(String column) {
        return row.cell(column).strip();
    }

    @Nullable
    String any(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    String needed(String column) {
        var text = text(column);
        if (text.isEmpty()) fault(column, "missing");
        return text;
    }

    @Nullable
    LocalDate date(String column) {
        var text = text(column);
        if (text.isEmpty() || isRemarked(column)) return null;
        try {
            var date = WrittenDate.iso(text);
            if (date.getYear() >= 1800 && date.getYear() < 2100) return date;
        } catch (DateTimeException another) {
            return broken(column, text);
        }
        return broken(column, text);
    }

    private @Nullable LocalDate broken(String column, String text) {
        var meant = SpreadsheetDate.meant(text);
        if (meant.isPresent()) fault(column, "excel-date", text, meant.get().toString());
        else fault(column, SpreadsheetDate.isShort(text) ? "excel-year" : "not-a-date", text);
        return null;
    }

    @Nullable
    LocalDate neededDate(String column) {
        needed(column);
        return date(column);
    }

    /** A value of one of the LRS's code lists. */
    <T> @Nullable T coded(String column, IntFunction<Optional<T>> list, String codes) {
        var text = text(column);
        if (text.isEmpty() || isRemarked(column)) return null;
        try {
            var value = list.apply(Integer.parseInt(text));
            if (value.isPresent()) return value.get();
        } catch (NumberFormatException none) {
            fault(column, "not-a-code", codes);
            return null;
        }
        fault(column, "not-a-code", codes);
        return null;
    }

    <T> @Nullable T neededCode(String column, IntFunction<Optional<T>> list, String codes) {
        needed(column);
        return coded(column, list, codes);
    }

    /** One of these words, in capital letters or not; what is meant where nothing stands there. */
    <T extends Enum<T>> @Nullable T word(String column, @Nullable T otherwise, Map<String, T> words) {
        var text = text(column);
        if (text.isEmpty()) return otherwise;
        if (isRemarked(column)) return null;
        var word = words.get(text.toUpperCase(Locale.ROOT));
        if (word == null) fault(column, "not-a-word", String.join(", ", new TreeSet<>(words.keySet())));
        return word;
    }

    /** Whatever a parser makes of it. */
    <T> @Nullable T parsed(String column, Function<String, Optional<T>> parser, String code) {
        var text = text(column);
        if (text.isEmpty() || isRemarked(column)) return null;
        var value = parser.apply(text);
        if (value.isEmpty()) fault(column, code);
        return value.orElse(null);
    }

    /** The number of a learner; nobody is put on a list for the placeholder. */
    @Nullable
    Uln number(String column) {
        var text = needed(column);
        if (text.isEmpty() || isRemarked(column)) return null;
        var uln = Uln.parse(text);
        if (Uln.isPlaceholder(text)) fault(column, "placeholder-awarded");
        else if (uln.isEmpty()) fault(column, "not-a-uln");
        return uln.orElse(null);
    }

    @Nullable
    Uln uln(String column) {
        var text = needed(column);
        if (text.isEmpty() || isRemarked(column)) return null;
        var uln = Uln.parse(text);
        if (Uln.isPlaceholder(text)) fault(column, "placeholder");
        else if (uln.isEmpty()) fault(column, "not-a-uln");
        return uln.orElse(null);
    }

    private boolean isRemarked(String column) {
        return !remarks.isEmpty()
                && remarks.stream().anyMatch(one -> one.fault() && one.column().equals(row.name(column)));
    }

    void fault(String column, String code, String... detail) {
        remarks.add(FileRemark.fault(row.line(column), row.name(column), code, detail));
    }

    void remark(String column, String code, boolean fault) {
        remarks.add(new FileRemark(row.line(column), row.name(column), code, List.of(), fault));
    }

    void add(FileRemark remark) {
        remarks.add(remark);
    }

    boolean isSound() {
        return remarks.stream().noneMatch(FileRemark::fault);
    }

    List<FileRemark> remarks() {
        return List.copyOf(remarks);
    }

    /** RC006 where nothing is wrong but that something is missing, else RC011. */
    FileResult.Code code() {
        return remarks.stream()
                        .filter(FileRemark::fault)
                        .allMatch(one -> one.code().equals("missing"))
                ? FileResult.Code.INSUFFICIENT
                : FileResult.Code.FORMAT;
    }
}
