package org.openplr.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables that are published, and no others: whoever could ask for a table of their own could take the difference of two. In each,
 * everybody of a row stands in one column.
 */
public enum Table {
    /** Who took part in something or achieved something in a year, by whether they achieved. */
    TAKING_PART(People.PRESENT, Rows.YEARS),
    /** The same people, by where they live now. */
    REGIONS(People.PRESENT, Rows.YEARS),
    /** The same people, by whether they are there in the next year, come back later, or not until now. */
    STAYING(People.PRESENT, Rows.YEARS),
    /** Who achieved something in a year, by the highest level of it. */
    LEVELS(People.ACHIEVED, Rows.YEARS),
    /** The same people, by the subject area of the highest, of equal ones the latest. */
    AREAS(People.ACHIEVED, Rows.YEARS),
    /** Who achieved Level 2 for the first time in a year, by what they achieved in the five years after it. */
    AFTER_LEVEL_2(People.LEVEL_2, Rows.YEARS),
    /** The same people of all years, by where they live now. */
    AFTER_LEVEL_2_BY_REGION(People.LEVEL_2, Rows.REGIONS),
    /** The same people of all years, by how old they were. */
    AFTER_LEVEL_2_BY_AGE(People.LEVEL_2, Rows.AGES),
    /** The same people of all years, by their gender. */
    AFTER_LEVEL_2_BY_GENDER(People.LEVEL_2, Rows.GENDERS),
    /** The same people of all years, by the kind of provider where they achieved it. */
    AFTER_LEVEL_2_BY_PROVIDER(People.LEVEL_2, Rows.PROVIDERS),
    /** Who achieved Level 3 for the first time in a year, by whether they went on in the five years after it. */
    AFTER_LEVEL_3(People.LEVEL_3, Rows.YEARS),
    /** The same people of all years, by where they live now. */
    AFTER_LEVEL_3_BY_REGION(People.LEVEL_3, Rows.REGIONS),
    /** The same people of all years, by how old they were. */
    AFTER_LEVEL_3_BY_AGE(People.LEVEL_3, Rows.AGES),
    /** The same people of all years, by their gender. */
    AFTER_LEVEL_3_BY_GENDER(People.LEVEL_3, Rows.GENDERS),
    /** The same people of all years, by the kind of provider where they achieved it. */
    AFTER_LEVEL_3_BY_PROVIDER(People.LEVEL_3, Rows.PROVIDERS);

    /** Whom a table counts. Tables of the same people have the same totals. */
    enum People {
        PRESENT,
        ACHIEVED,
        LEVEL_2,
        LEVEL_3
    }

    /** What the rows of a table are. */
    enum Rows {
        YEARS,
        REGIONS,
        AGES,
        GENDERS,
        PROVIDERS
    }

    /** The column of those who achieved something. */
    static final String ACHIEVED = "achieved";

    /** The column of those who went on to higher education, or to Level 4 and above. */
    static final String HIGHER = "higher";

    private final People people;
    private final Rows rows;

    Table(People people, Rows rows) {
        this.people = people;
        this.rows = rows;
    }

    /** As interfaces write it: {@code after-level-2}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Table> parse(String text) {
        return Arrays.stream(values())
                .filter(table -> table.text().equals(text))
                .findFirst();
    }

    People people() {
        return people;
    }

    /** What its rows are: {@code years}, {@code regions}, {@code ages}, {@code genders}, {@code providers}. */
    public String rowKind() {
        return rows.name().toLowerCase(Locale.ROOT);
    }

    Rows rows() {
        return rows;
    }

    /** The tables of these people. */
    static List<Table> of(People people) {
        return Arrays.stream(values()).filter(table -> table.people == people).toList();
    }

    /** The codes of its columns, in the order in which they stand. */
    public List<String> columns() {
        return switch (this) {
            case TAKING_PART -> List.of(ACHIEVED, "took-part");
            case REGIONS -> Regions.TABLE.all();
            case STAYING -> List.of("next-year", "later", "not-again");
            case LEVELS -> List.of("entry", "1", "2", "3", "4-5", "6-8", "none");
            case AREAS ->
                Stream.concat(IntStream.rangeClosed(1, 15).mapToObj(Integer::toString), Stream.of("none"))
                        .toList();
            case AFTER_LEVEL_2,
                    AFTER_LEVEL_2_BY_REGION,
                    AFTER_LEVEL_2_BY_AGE,
                    AFTER_LEVEL_2_BY_GENDER,
                    AFTER_LEVEL_2_BY_PROVIDER -> List.of(HIGHER, "level-3", "neither");
            case AFTER_LEVEL_3,
                    AFTER_LEVEL_3_BY_REGION,
                    AFTER_LEVEL_3_BY_AGE,
                    AFTER_LEVEL_3_BY_GENDER,
                    AFTER_LEVEL_3_BY_PROVIDER -> List.of(HIGHER, "not-higher");
        };
    }
}
