package org.openplr.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How frequent names, postcodes and years of birth are in a register: an agreement on a rare one says more.
 *
 * <p>What was counted is drawn a little to what is usual, so that a small register does not jump to conclusions; where
 * nothing was counted, every name is as good as frequent and the register as large as the country's.
 */
public final class Frequencies {
    /** Occurrences of this term are people. */
    public static final long EVERYBODY = MatchKeys.hash("term|everybody");

    private static final double UNKNOWN_SIZE = 12_000_000;
    private static final double DRAWN_BY = 1_000;
    private static final double DAYS = 365.25;

    private enum Kind {
        GIVEN(0.01),
        FAMILY(0.004),
        POSTCODE(0.000002),
        YEAR(0.02);

        private final double usual;

        Kind(double usual) {
            this.usual = usual;
        }
    }

    private final Map<Long, Long> occurrences;
    private final double size;

    /** Of these counts; what is missing occurs once, or nothing was counted yet. */
    public Frequencies(Map<Long, Long> occurrences) {
        this.occurrences = Map.copyOf(occurrences);
        this.size = occurrences.getOrDefault(EVERYBODY, 0L);
    }

    /** The terms that somebody of this given name counts for. */
    public static Set<Long> ofGiven(String name) {
        return ofName(Kind.GIVEN, Traits.Name.of(name));
    }

    /** The terms that somebody of this family name counts for. */
    public static Set<Long> ofFamily(String name) {
        return ofName(Kind.FAMILY, Traits.Name.of(name));
    }

    /** The term of a postcode; none where it is empty. */
    public static Set<Long> ofPostcode(String postcode) {
        var code = Spelling.postcode(postcode);
        return code.isEmpty() ? Set.of() : Set.of(term(Kind.POSTCODE, code));
    }

    /** The term of those who were born in this year. */
    public static Set<Long> ofYear(int year) {
        return Set.of(term(Kind.YEAR, String.valueOf(year)));
    }

    /** The terms that matter in a search for somebody: the names in either place, the postcode, the year. */
    public static Set<Long> sought(Person person) {
        var traits = Traits.of(person);
        var terms = new LinkedHashSet<Long>();
        terms.add(EVERYBODY);
        for (var kind : List.of(Kind.GIVEN, Kind.FAMILY)) {
            terms.addAll(ofName(kind, traits.given()));
            terms.addAll(ofName(kind, traits.family()));
        }
        terms.addAll(ofPostcode(person.postcode()));
        if (traits.born() != null) terms.addAll(ofYear(traits.born().getYear()));
        return terms;
    }

    private static Set<Long> ofName(Kind kind, Traits.Name name) {
        var terms = new LinkedHashSet<Long>();
        if (name.isEmpty()) return terms;
        terms.add(term(kind, name.joined()));
        if (name.words().size() > 1) for (var word : name.words()) terms.add(term(kind, word));
        return terms;
    }

    private static long term(Kind kind, String value) {
        return MatchKeys.hash("term|" + kind + '|' + value);
    }

    /** How many people there are. */
    double size() {
        return size == 0 ? UNKNOWN_SIZE : Math.max(size, 1);
    }

    /** The frequency of a given name, of that of its words that is most frequent where it is not whole that agrees. */
    double given(Traits.Name name, boolean whole) {
        return name(Kind.GIVEN, name, whole);
    }

    double family(Traits.Name name, boolean whole) {
        return name(Kind.FAMILY, name, whole);
    }

    double postcode(String postcode) {
        return share(Kind.POSTCODE, postcode);
    }

    double born(int year) {
        return share(Kind.YEAR, String.valueOf(year)) / DAYS;
    }

    private double name(Kind kind, Traits.Name name, boolean whole) {
        var share = share(kind, name.joined());
        if (!whole) for (var word : name.words()) share = Math.max(share, share(kind, word));
        return share;
    }

    private double share(Kind kind, String value) {
        // What occurs once is not in the counts.
        var counted = size == 0 ? 0 : occurrences.getOrDefault(term(kind, value), 1L);
        return (counted + DRAWN_BY * kind.usual) / (size + DRAWN_BY);
    }
}
