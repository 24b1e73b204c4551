package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openplr.record.AcademicYear;
import org.openplr.record.EventKind;
import org.openplr.record.Level;

/** A learner's own record: over time, by academic year, filtered by what stands in the address. */
@Named
@RequestScoped
public class RecordPage {
    /** One academic year; the name is empty for what has no date. */
    public record Year(String name, List<RecordLine> lines) {}

    @Inject
    private Own own;

    private String level = "";
    private String kind = "";
    private String year = "";
    private String words = "";
    private @Nullable List<RecordLine> lines;

    /** What the filters leave. */
    public List<RecordLine> getLines() {
        var known = lines;
        if (known == null) {
            known = all().stream().filter(this::wanted).toList();
            lines = known;
        }
        return known;
    }

    public List<Year> getYears() {
        return byYear(getLines());
    }

    /** Lines by academic year, in their order. */
    static List<Year> byYear(List<RecordLine> lines) {
        var years = new LinkedHashMap<String, List<RecordLine>>();
        for (var line : lines)
            years.computeIfAbsent(yearOf(line), y -> new ArrayList<>()).add(line);
        return years.entrySet().stream()
                .map(e -> new Year(e.getKey(), e.getValue()))
                .toList();
    }

    public Timeline getTimeline() {
        return Timeline.of(getLines());
    }

    public List<EventKind> getKinds() {
        return List.of(EventKind.values());
    }

    /** The levels that occur in the record. */
    public List<String> getLevels() {
        return own.getRecord().events().stream()
                .flatMap(e -> e.level().stream())
                .distinct()
                .sorted()
                .map(Level::code)
                .toList();
    }

    /** The academic years that occur in the record, newest first. */
    public List<String> getYearNames() {
        return own.getRecord().events().stream()
                .flatMap(e -> e.academicYear().stream())
                .distinct()
                .sorted(Comparator.<AcademicYear>naturalOrder().reversed())
                .map(AcademicYear::toString)
                .toList();
    }

    public boolean isFiltered() {
        return !(level.isEmpty() && kind.isEmpty() && year.isEmpty() && words.isBlank());
    }

    public int getTotal() {
        return own.getRecord().events().size();
    }

    private List<RecordLine> all() {
        return own.getRecord().events().stream().map(RecordLine::new).toList();
    }

    private boolean wanted(RecordLine line) {
        return (level.isEmpty() || line.getLevel().equals(level))
                && (kind.isEmpty() || line.getKind().name().equals(kind))
                && (year.isEmpty() || yearOf(line).equals(year))
                && saysAll(line);
    }

    private boolean saysAll(RecordLine line) {
        var said = String.join(
                        " ",
                        line.getTitle(),
                        line.getType(),
                        line.getReference(),
                        line.getAwardedBy(),
                        line.getProvider(),
                        line.getGrade())
                .toLowerCase(Locale.ROOT);
        return words.isBlank()
                || List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                        .allMatch(said::contains);
    }

    private static String yearOf(RecordLine line) {
        return line.event().academicYear().map(AcademicYear::toString).orElse("");
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getYear() {
        return year;
    }

    public void setYear(String year) {
        this.year = year;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
