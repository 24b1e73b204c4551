package org.openplr.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openplr.learner.Learner;
import org.openplr.organisation.OrganisationKind;
import org.openplr.party.Gender;
import org.openplr.qualification.AreaCode;
import org.openplr.qualification.Qan;
import org.openplr.record.AcademicYear;
import org.openplr.record.EventKind;
import org.openplr.record.LearningEvent;
import org.openplr.record.Level;

/**
 * Counts people into cells, one person after the other. A year counts when it is over; of those who are followed from a level, when
 * five more are.
 */
final class Counting {
    /** Records begin with it. */
    private static final AcademicYear FIRST = new AcademicYear(2009);

    private static final int LATER = 5;
    private static final List<Integer> AGES = List.of(16, 18, 20, 25, 35, 50);
    private static final String NO_PROVIDER = "none";
    private static final Set<OrganisationKind> TEACHING = EnumSet.of(
            OrganisationKind.SCHOOL,
            OrganisationKind.FURTHER_EDUCATION,
            OrganisationKind.PROVIDER,
            OrganisationKind.UNIVERSITY,
            OrganisationKind.LOCAL_AUTHORITY,
            OrganisationKind.CUSTODY);
    private static final Set<Level> LEVELS_4_AND_5 = EnumSet.of(Level.FOUR, Level.FIVE);
    private static final Comparator<LearningEvent> BEST = Comparator.<LearningEvent, Level>comparing(
                    event -> event.level().orElse(Level.ENTRY))
            .thenComparing(event -> event.award().date(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(LearningEvent::id);

    private final Map<Cell, Integer> counts = new HashMap<>();
    private final Map<Qan, AreaCode> areas;
    private final Map<String, OrganisationKind> providers;
    private final AcademicYear last;

    /**
     * @param areas of qualifications
     * @param providers of what kind each is, by its UKPRN
     * @param today the last year that counts was over on it
     */
    Counting(Map<Qan, AreaCode> areas, Map<String, OrganisationKind> providers, LocalDate today) {
        this.areas = areas;
        this.providers = providers;
        this.last = new AcademicYear(AcademicYear.of(today).begins() - 1);
    }

    /** How many people are in each cell that somebody is in. */
    Map<Cell, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** The years that count. */
    List<String> years() {
        return IntStream.rangeClosed(FIRST.begins(), last.begins())
                .mapToObj(year -> new AcademicYear(year).toString())
                .toList();
    }

    /** Counts somebody by the lines of their record. */
    void count(Learner learner, List<LearningEvent> record) {
        var achieved = new HashMap<Integer, LearningEvent>();
        var present = new TreeSet<Integer>();
        for (var event : record) {
            present.addAll(years(event));
            if (isAward(event))
                achieved.merge(year(event), event, (one, other) -> BEST.compare(one, other) < 0 ? other : one);
        }
        var region = region(learner);
        for (var year : present) {
            if (!counts(year)) continue;
            in(Table.TAKING_PART, year, achieved.containsKey(year) ? Table.ACHIEVED : "took-part");
            in(Table.REGIONS, year, region);
            if (year < last.begins()) in(Table.STAYING, year, staying(present, year));
        }
        achieved.forEach(this::achieved);
        follow(Table.People.LEVEL_2, learner, achieved);
        follow(Table.People.LEVEL_3, learner, achieved);
    }

    private void achieved(int year, LearningEvent best) {
        if (!counts(year)) return;
        in(Table.LEVELS, year, best.level().map(Counting::level).orElse("none"));
        in(
                Table.AREAS,
                year,
                best.qan()
                        .flatMap(qan -> Optional.ofNullable(areas.get(qan)))
                        .map(AreaCode::broad)
                        .orElse("none"));
    }

    /** From the first year whose best was of the level. */
    private void follow(Table.People people, Learner learner, Map<Integer, LearningEvent> achieved) {
        var level = people == Table.People.LEVEL_2 ? Level.TWO : Level.THREE;
        achieved.entrySet().stream()
                .filter(entry -> isLevel(entry.getValue(), level))
                .min(Map.Entry.comparingByKey())
                .filter(first -> counts(first.getKey()) && first.getKey() <= last.begins() - LATER)
                .ifPresent(first -> {
                    var outcome = outcome(people, achieved, first.getKey());
                    for (var table : Table.of(people)) in(table, row(table, learner, first.getValue()), outcome);
                });
    }

    private String row(Table table, Learner learner, LearningEvent first) {
        return switch (table.rows()) {
            case YEARS -> new AcademicYear(year(first)).toString();
            case REGIONS -> region(learner);
            case AGES -> age(learner.dateOfBirth(), year(first));
            case GENDERS -> text(learner.gender());
            case PROVIDERS -> provider(first);
        };
    }

    /** The best of the years after it, to the fifth. */
    private static String outcome(Table.People people, Map<Integer, LearningEvent> achieved, int year) {
        var after = achieved.entrySet().stream()
                .filter(entry -> entry.getKey() > year && entry.getKey() <= year + LATER)
                .map(Map.Entry::getValue)
                .toList();
        if (after.stream().anyMatch(event -> event.source().equals("HE") || atLeast(event, Level.FOUR)))
            return Table.HIGHER;
        if (people == Table.People.LEVEL_3) return "not-higher";
        return after.stream().anyMatch(event -> atLeast(event, Level.THREE)) ? "level-3" : "neither";
    }

    private static boolean atLeast(LearningEvent event, Level level) {
        return event.level().filter(one -> one.compareTo(level) >= 0).isPresent();
    }

    /** GCSEs are of Level 1 or 2, by their grade; they count with the better. */
    private static boolean isLevel(LearningEvent event, Level level) {
        return event.level()
                .filter(one -> one == level || (level == Level.TWO && one == Level.ONE_OR_TWO))
                .isPresent();
    }

    private static String region(Learner learner) {
        return Regions.TABLE.of(learner.postcode());
    }

    private static String text(Gender gender) {
        return gender.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of whoever taught it; an organisation that does not teach, or is not in the register, is none. */
    private String provider(LearningEvent event) {
        return Optional.ofNullable(event.provider().code())
                .flatMap(code -> Optional.ofNullable(providers.get(code)))
                .filter(TEACHING::contains)
                .map(OrganisationKind::text)
                .orElse(NO_PROVIDER);
    }

    private static String staying(NavigableSet<Integer> present, int year) {
        if (present.contains(year + 1)) return "next-year";
        return present.higher(year) == null ? "not-again" : "later";
    }

    private static String level(Level level) {
        if (level.compareTo(Level.ONE) < 0) return "entry";
        if (level == Level.ONE_OR_TWO) return Level.TWO.code();
        if (LEVELS_4_AND_5.contains(level)) return "4-5";
        return level.compareTo(Level.FIVE) > 0 ? "6-8" : level.code();
    }

    /** At the beginning of the year, in bands: {@code under-16}, {@code 16-17} … {@code 50-}. */
    private static String age(LocalDate born, int year) {
        var age = LocalDate.of(year, 9, 1).getYear() - born.getYear() - (born.getMonthValue() >= 9 ? 1 : 0);
        if (age < AGES.getFirst()) return "under-" + AGES.getFirst();
        for (var i = 1; i < AGES.size(); i++) if (age < AGES.get(i)) return AGES.get(i - 1) + "-" + (AGES.get(i) - 1);
        return AGES.getLast() + "-";
    }

    /** The bands, youngest first. */
    static List<String> ages() {
        var bands = new ArrayList<String>();
        bands.add("under-" + AGES.getFirst());
        for (var i = 1; i < AGES.size(); i++) bands.add(AGES.get(i - 1) + "-" + (AGES.get(i) - 1));
        bands.add(AGES.getLast() + "-");
        return bands;
    }

    List<String> rows(Table table) {
        return switch (table.rows()) {
            case YEARS -> years();
            case REGIONS -> Regions.TABLE.all();
            case AGES -> ages();
            case GENDERS -> Arrays.stream(Gender.values()).map(Counting::text).toList();
            case PROVIDERS ->
                Stream.concat(TEACHING.stream().map(OrganisationKind::text), Stream.of(NO_PROVIDER))
                        .toList();
        };
    }

    private boolean counts(int year) {
        return year >= FIRST.begins() && year <= last.begins();
    }

    private static boolean isAward(LearningEvent event) {
        return event.kind() != EventKind.PARTICIPATION && event.award().date() != null;
    }

    private static int year(LearningEvent event) {
        return event.academicYear().orElseThrow().begins();
    }

    /** The years in which an event has somebody: that of the award, and from the first day of a course to its last. */
    private static Set<Integer> years(LearningEvent event) {
        var years = new HashSet<Integer>();
        event.academicYear().ifPresent(year -> years.add(year.begins()));
        var start = event.participation().start();
        var end = event.participation().end();
        if (start != null && end != null)
            for (var year = AcademicYear.of(start).begins();
                    year <= AcademicYear.of(end).begins();
                    year++) years.add(year);
        return years;
    }

    private void in(Table table, int year, String column) {
        in(table, new AcademicYear(year).toString(), column);
    }

    private void in(Table table, String row, String column) {
        counts.merge(Cell.of(table, row, column), 1, Integer::sum);
    }
}
