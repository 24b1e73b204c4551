package org.openplr.edge.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openplr.record.AcademicYear;

/** Lines of a record under headings. */
public final class RecordGroups {
    /** What those without a year, or without a level, stand under. */
    static final String NONE = "none";

    /**
     * Lines under one heading.
     *
     * @param key an academic year, the short spelling of a level, or {@link #NONE}
     */
    public record Group(String key, List<RecordLine> lines) {}

    private RecordGroups() {}

    /** By academic year, in the order of the lines. */
    static List<Group> byYear(List<RecordLine> lines) {
        return groups(lines, RecordGroups::yearOf);
    }

    /** By level: the highest first, what has none last. */
    static List<Group> byLevel(List<RecordLine> lines) {
        Comparator<RecordLine> highest = Comparator.comparing(
                line -> line.event().level().orElse(null), Comparator.nullsLast(Comparator.reverseOrder()));
        return groups(lines.stream().sorted(highest).toList(), RecordLine::getLevel);
    }

    private static List<Group> groups(List<RecordLine> lines, Function<RecordLine, String> heading) {
        Map<String, List<RecordLine>> groups = new LinkedHashMap<>();
        for (var line : lines)
            groups.computeIfAbsent(heading.apply(line), h -> new ArrayList<>()).add(line);
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey().isEmpty() ? NONE : group.getKey(), group.getValue()))
                .toList();
    }

    /** The academic year of a line, or empty. */
    static String yearOf(RecordLine line) {
        return line.event().academicYear().map(AcademicYear::toString).orElse("");
    }
}
