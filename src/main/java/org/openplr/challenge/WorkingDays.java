package org.openplr.challenge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Days on which people work: Monday to Friday without the bank holidays of a nation, which are data
 * ({@code calendar/bank-holidays.csv}). Behind its last year there are only weekends.
 */
final class WorkingDays {
    private static final String PLACE = "/calendar/bank-holidays.csv";
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final Map<Nation, Set<LocalDate>> HOLIDAYS = read();

    private WorkingDays() {}

    static boolean is(LocalDate day, Nation nation) {
        return !WEEKEND.contains(day.getDayOfWeek())
                && !HOLIDAYS.getOrDefault(nation, Set.of()).contains(day);
    }

    /** So many working days after a day, which itself does not count. */
    static LocalDate after(LocalDate day, int working, Nation nation) {
        var reached = day;
        for (var counted = 0; counted < working; ) {
            reached = reached.plusDays(1);
            if (is(reached, nation)) counted++;
        }
        return reached;
    }

    /** The day itself, or the next on which people work. */
    static LocalDate onOrAfter(LocalDate day, Nation nation) {
        var reached = day;
        while (!is(reached, nation)) reached = reached.plusDays(1);
        return reached;
    }

    /** How many working days come after one day, up to another. */
    static int between(LocalDate from, LocalDate to, Nation nation) {
        var counted = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) if (is(day, nation)) counted++;
        return counted;
    }

    private static Map<Nation, Set<LocalDate>> read() {
        var holidays = new EnumMap<Nation, Set<LocalDate>>(Nation.class);
        for (var nation : Nation.values()) holidays.put(nation, new HashSet<>());
        try (var in = Objects.requireNonNull(WorkingDays.class.getResourceAsStream(PLACE), PLACE);
                var text = new InputStreamReader(in, StandardCharsets.UTF_8);
                var rows = FORMAT.parse(text)) {
            for (var row : rows) take(row, holidays);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(PLACE, unreadable);
        }
        return holidays;
    }

    private static void take(CSVRecord row, Map<Nation, Set<LocalDate>> holidays) {
        var day = LocalDate.parse(row.get("Date"));
        holidays.forEach((nation, days) -> {
            if (row.get(nation.column()).equals("Y")) days.add(day);
        });
    }
}
