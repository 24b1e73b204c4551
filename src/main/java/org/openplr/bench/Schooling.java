package org.openplr.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.record.LearningEvent;
import org.openplr.record.ReportedEvent;

/** What somebody learnt: seven GCSEs at 16 and three courses after, or, for whoever is younger, what schools teach before. */
final class Schooling {
    static final int EVENTS = 10;

    private static final int GCSES = 7;
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate FIRST_RETURN = LocalDate.of(2008, 9, 1);

    /** A course, as often as it stands here. */
    private record Course(
            String title,
            String type,
            String level,
            String grades,
            @Nullable Integer credits) {}

    private static final List<String> GCSE = List.of(
            "GCSE in English Language",
            "GCSE in Mathematics",
            "GCSE in English Literature",
            "GCSE in Combined Science",
            "GCSE in Geography",
            "GCSE in History",
            "GCSE in French",
            "GCSE in Religious Studies",
            "GCSE in Art and Design",
            "GCSE in Computer Science",
            "GCSE in Physical Education",
            "GCSE in Welsh Second Language");
    private static final List<Course> LATER = List.of(
            new Course("A level in Mathematics", "GCE A level", "Level 3", "A* A B C D E", null),
            new Course("A level in Biology", "GCE A level", "Level 3", "A* A B C D E", null),
            new Course("A level in Psychology", "GCE A level", "Level 3", "A* A B C D E", null),
            new Course("Diploma in Plumbing and Domestic Heating", "QCF", "Level 2", "Pass", 45),
            new Course("Extended Diploma in Information Technology", "QCF", "Level 3", "Pass Merit Distinction", 180),
            new Course("Certificate in Customer Service", "QCF", "Level 2", "Pass", 28),
            new Course("Diploma in Adult Care", "QCF", "Level 3", "Pass", 58),
            new Course("Certificate in Bookkeeping", "QCF", "Level 2", "Pass", 19));
    private static final List<Course> BEFORE = List.of(
            new Course("Award in Personal and Social Development", "QCF", "Entry 3", "Pass", 6),
            new Course("Functional Skills qualification in Mathematics", "Functional Skills", "Entry 3", "Pass", null),
            new Course("Award in Health and Safety in the Workplace", "QCF", "Level 1", "Pass", 2),
            new Course("Certificate in Digital Skills", "QCF", "Entry 3", "Pass", 14));

    private final Random random;
    private final String references;
    private long reference;

    /** @param references with what those of all its events begin: two with the same tell of the same events */
    Schooling(Random random, String references) {
        this.random = random;
        this.references = references;
    }

    List<ReportedEvent> of(Uln uln, LocalDate born) {
        var sixteen = born.plusYears(born.getMonthValue() >= 9 ? 17 : 16).getYear();
        var results = results(sixteen);
        var provider = provider();
        var events = new ArrayList<ReportedEvent>(EVENTS);
        if (results.isAfter(TODAY)) {
            for (var i = 0; i < EVENTS; i++) events.add(event(uln, one(BEFORE), before(born), provider));
            return events;
        }
        var first = random.nextInt(GCSE.size());
        for (var i = 0; i < GCSES; i++)
            events.add(event(uln, gcse(GCSE.get((first + i) % GCSE.size())), results, provider));
        for (var i = GCSES; i < EVENTS; i++) events.add(event(uln, one(LATER), after(results), provider()));
        return events;
    }

    private static Course gcse(String title) {
        return new Course(title, "GCSE (9 to 1)", "Level 1/2", "9 8 7 6 5 4 3 2 1 U", null);
    }

    /** The third Thursday but one of August. */
    private static LocalDate results(int year) {
        return LocalDate.of(year, 8, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    private LocalDate before(LocalDate born) {
        return between(born.plusYears(11), TODAY);
    }

    private LocalDate after(LocalDate results) {
        var last = results.plusYears(15);
        return between(results, last.isAfter(TODAY) ? TODAY : last);
    }

    private LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays((long) (random.nextDouble() * (last.toEpochDay() - first.toEpochDay())));
    }

    private ReportedEvent event(Uln uln, Course course, LocalDate awarded, LearningEvent.Body provider) {
        var grades = course.grades.split(" ", -1);
        var board = random.nextInt(6);
        var loaded = awarded.isBefore(FIRST_RETURN) ? FIRST_RETURN : awarded;
        return new ReportedEvent(
                course.type.startsWith("GC") ? "NPD" : "AO",
                references + "-%012d".formatted(++reference),
                uln,
                new LearningEvent.Subject(code(course), course.title, course.type, course.level),
                new LearningEvent.Award(awarded, grades[random.nextInt(grades.length)], course.credits, null),
                new LearningEvent.Participation(null, null),
                new LearningEvent.Body("Examining Body " + (char) ('A' + board), "1998100" + board),
                provider,
                new LearningEvent.Return("A", "01", "F", "0"),
                false,
                loaded.plusDays(90));
    }

    /** Eight digits that are no real qualification's: always the same for the same title. */
    private static String code(Course course) {
        return String.valueOf(90_000_000 + Math.floorMod(course.title.hashCode(), 9_999_999));
    }

    private LearningEvent.Body provider() {
        var number = random.nextInt(400);
        return new LearningEvent.Body("Made-up School and College " + number, "19982" + (100 + number));
    }

    private Course one(List<Course> some) {
        return some.get(random.nextInt(some.size()));
    }
}
