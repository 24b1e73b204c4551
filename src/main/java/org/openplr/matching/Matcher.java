package org.openplr.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Weighs candidates against the person who is meant (Fellegi and Sunter 1969, with term frequencies), under four
 * suppositions: it is the same person, their twin, somebody of their household, or somebody else. A twin shares too much to
 * be told by adding up fields as if they were independent; supposed on its own, it counts for what it is.
 */
public final class Matcher {
    private final Weights weights;

    public Matcher(Weights weights) {
        this.weights = weights;
    }

    /** How probable each supposition is beside that of somebody else. */
    private record Odds(double same, double twin, double household) {
        Odds times(Weights.Level level, double other) {
            return new Odds(
                    same * level.same() / other, twin * level.twin() / other, household * level.household() / other);
        }

        /** Same against all the others. */
        double ofSame() {
            return same / (1 + twin + household);
        }
    }

    private record Comparison(List<FieldAgreement> agreements, Odds odds) {}

    /** The candidates by their probability, the best first; one of them is meant, or none. */
    public List<Match> weigh(Person wanted, List<Person> candidates, Frequencies frequencies) {
        var sought = Traits.of(wanted);
        var known = candidates.stream().map(Traits::of).toList();
        var comparisons =
                known.stream().map(one -> compare(sought, one, frequencies)).toList();
        var sum = 1.0;
        for (var one : comparisons) sum += one.odds.ofSame();
        var matches = new ArrayList<Match>();
        for (var i = 0; i < comparisons.size(); i++) {
            var one = comparisons.get(i);
            var odds = one.odds.ofSame();
            var inAll = agreesInAll(sought, one.agreements) && !formersDiffer(sought, known.get(i));
            matches.add(new Match(i, odds / (1 + odds), odds / sum, one.agreements, inAll));
        }
        matches.sort(Comparator.comparingDouble(Match::probability).reversed());
        return matches;
    }

    private Comparison compare(Traits wanted, Traits known, Frequencies frequencies) {
        var straight = compare(wanted, known, frequencies, Agreement.EXACT);
        if (straight.agreements.getFirst().agreement() == Agreement.EXACT) return straight;
        var swapped = compare(wanted.swapped(), known, frequencies, Agreement.SWAPPED);
        return swapped.odds.ofSame() > straight.odds.ofSame() ? swapped : straight;
    }

    private Comparison compare(Traits wanted, Traits known, Frequencies frequencies, Agreement order) {
        var prior = weights.prior();
        var n = frequencies.size();
        var weighing = new Weighing(new Odds(prior.same() / n, prior.twin() / n, prior.household() / n));
        var given = Comparing.given(wanted, known);
        weighing.add(Field.GIVEN_NAME, given, frequencies.given(wanted.given(), given != Agreement.PART));
        var family = Comparing.family(wanted, known);
        weighing.add(Field.FAMILY_NAME, family, frequencies.family(wanted.family(), family != Agreement.PART));
        weighing.add(Field.NAME_ORDER, order, 1);
        var born = wanted.born();
        var date = Comparing.born(born, known.born());
        weighing.add(Field.DATE_OF_BIRTH, date, born == null ? 1 : frequencies.born(born.getYear()));
        weighing.add(
                Field.GENDER,
                Comparing.gender(wanted.person().gender(), known.person().gender()),
                1);
        weighing.add(Field.POSTCODE, Comparing.postcode(wanted, known), frequencies.postcode(wanted.postcode()));
        var one = wanted.person();
        var other = known.person();
        weighing.add(Field.PLACE_OF_BIRTH, Comparing.text(one.placeOfBirth(), other.placeOfBirth()), 1);
        weighing.add(Field.SCHOOL_AT_16, Comparing.text(one.schoolAt16(), other.schoolAt16()), 1);
        weighing.add(Field.EMAIL, Comparing.text(one.email(), other.email()), 1);
        weighing.add(Field.OTHER_NUMBER, Comparing.numbers(one.otherNumbers(), other.otherNumbers()), 1);
        return new Comparison(weighing.agreements, weighing.odds);
    }

    /** Odds that grow field by field. */
    private final class Weighing {
        private final List<FieldAgreement> agreements = new ArrayList<>();
        private Odds odds;

        Weighing(Odds prior) {
            this.odds = prior;
        }

        void add(Field field, Agreement agreement, double frequency) {
            agreements.add(new FieldAgreement(field, agreement));
            if (agreement == Agreement.NOT_COMPARED) return;
            var level = weights.level(field, agreement);
            // What agrees by chance in more than everybody says nothing.
            var other = level.byFrequency() ? Math.min(1, level.other() * frequency) : level.other();
            odds = odds.times(level, other);
        }
    }

    /** Whether a former family name that was said is none of theirs, of whom one is known. */
    private static boolean formersDiffer(Traits wanted, Traits known) {
        return known.families().size() > 1 && !known.families().containsAll(wanted.families());
    }

    private static boolean agreesInAll(Traits wanted, List<FieldAgreement> agreements) {
        var more = false;
        for (var one : agreements) {
            var exact = one.agreement() == Agreement.EXACT;
            switch (one.field()) {
                case GIVEN_NAME, FAMILY_NAME, NAME_ORDER, DATE_OF_BIRTH -> {
                    if (!exact) return false;
                }
                case GENDER -> {
                    if (!exact && Comparing.isKnown(wanted.person().gender())) return false;
                }
                case POSTCODE -> {
                    if (!exact && !wanted.postcode().isEmpty()) return false;
                    more |= exact;
                }
                case PLACE_OF_BIRTH, SCHOOL_AT_16, EMAIL, OTHER_NUMBER -> {
                    if (one.agreement() == Agreement.DIFFERENT) return false;
                    more |= exact;
                }
            }
        }
        return more;
    }
}
