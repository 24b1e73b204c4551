package org.openplr.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * Names and postcodes that are nobody's, for whoever has no open data at hand: as frequent and as rare as real ones (the
 * n-th is as frequent as 1/n), and the same each time.
 */
final class MadeUpNames {
    private static final String[] BEGINNINGS = {
        "B", "Br", "C", "D", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "St", "T", "Th", "W"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ea", "ou"};
    private static final String[] MIDDLES = {"b", "ck", "d", "ll", "m", "nd", "r", "rt", "st", "v"};
    private static final String[] AREAS = {
        "AB", "B", "BA", "BD", "CF", "CV", "DE", "DH", "EH", "EX", "G", "GL", "HU", "KY", "L", "LA", "LD", "LE", "LL",
                "LS",
        "M", "ME", "N", "NE", "NG", "NP", "OX", "PL", "PO", "S", "SA", "SE", "SO", "SW", "SY", "TN", "TR", "W", "WR",
                "YO"
    };
    private static final int GIVEN = 600;
    private static final int FAMILIES = 20_000;

    private final Random random = new Random(20_261_127);
    private final Weighted girls = weighted(names(GIVEN, "a", "e", "y"), 30);
    private final Weighted boys = weighted(names(GIVEN, "o", "n", "s"), 30);
    private final Weighted families = weighted(names(FAMILIES, "ley", "man", "son", "ton", "well", "er"), 80);

    Weighted girls() {
        return girls;
    }

    Weighted boys() {
        return boys;
    }

    Weighted families() {
        return families;
    }

    List<String> postcodes() {
        var codes = new ArrayList<String>();
        for (var district = 1; district <= 20; district++)
            for (var area : AREAS)
                for (var sector = 1; sector <= 9; sector++) codes.add(area + district + " " + sector + "AB");
        return codes;
    }

    private List<String> names(int count, String... ends) {
        var names = new LinkedHashSet<String>();
        while (names.size() < count) {
            var middle = random.nextInt(3) == 0 ? one(MIDDLES) + one(VOWELS) + one(MIDDLES) : one(MIDDLES);
            names.add(one(BEGINNINGS) + one(VOWELS) + middle + one(ends));
        }
        return List.copyOf(names);
    }

    private String one(String[] some) {
        return some[random.nextInt(some.length)];
    }

    /** Beginning some way down the curve, where the most frequent real name is about one in a hundred. */
    private static Weighted weighted(List<String> names, int from) {
        var weights = new ArrayList<Double>();
        for (var i = 0; i < names.size(); i++) weights.add(1.0 / (from / 4.0 + i));
        return new Weighted(names, weights);
    }
}
