package org.openplr.matching;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openplr.party.Gender;

/** People to compare, in a register of a million in which each name here is one of a few thousand. */
public final class MatchingFixtures {
    static final Matcher MATCHER = new Matcher(Weights.ours());

    private MatchingFixtures() {}

    public static Person person(String given, String family, String born, Gender gender, String postcode) {
        return Person.of(given, family, LocalDate.parse(born), gender, postcode);
    }

    /** The candidates by probability. */
    static List<Match> weigh(Person wanted, Person... known) {
        return MATCHER.weigh(wanted, List.of(known), million(wanted));
    }

    /** Whether a search for one would come upon the other. */
    static boolean meet(Person one, Person other) {
        return !Collections.disjoint(MatchKeys.of(one), MatchKeys.of(other));
    }

    private static Frequencies million(Person wanted) {
        var counts = new HashMap<Long, Long>(Map.of(Frequencies.EVERYBODY, 1_000_000L));
        for (var name : List.of(wanted.givenName(), wanted.familyName())) {
            Frequencies.ofGiven(name).forEach(term -> counts.put(term, 3_000L));
            Frequencies.ofFamily(name).forEach(term -> counts.put(term, 1_000L));
        }
        Frequencies.ofPostcode(wanted.postcode()).forEach(term -> counts.put(term, 15L));
        for (var year = 1900; year < 2020; year++) Frequencies.ofYear(year).forEach(term -> counts.put(term, 15_000L));
        return new Frequencies(counts);
    }
}
