package org.openplr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;

/**
 * Names and postcodes with their real frequencies, from a folder of open data that is read and never copied:
 * {@code firstname_uk.csv} (by sex and year of birth), {@code lastname_uk.csv}, {@code address_uk.csv} and
 * {@code nicknames.csv}.
 */
final class NameBook {
    private static final String UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final int FIRST_YEAR = 1996;
    private static final int LAST_YEAR = 2018;

    private final Map<String, Weighted> given = new HashMap<>();
    private final Weighted family;
    private final List<String> postcodes;
    private final Map<String, List<String>> nicknames = new HashMap<>();
    private final int streets;

    /** Names that nobody has, for a population that lives at so many postcodes: where there is no folder. */
    NameBook(MadeUpNames names, int streets) {
        this.streets = streets;
        for (var year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            given.put("female" + year, names.girls());
            given.put("male" + year, names.boys());
        }
        this.family = names.families();
        this.postcodes = names.postcodes();
    }

    /** The folder's, or made-up ones where none is given. */
    static NameBook of(Optional<Path> folder, int streets) throws IOException {
        return folder.isPresent() ? new NameBook(folder.get(), streets) : new NameBook(new MadeUpNames(), streets);
    }

    /** Reads the folder, for a population that lives at so many postcodes. */
    NameBook(Path folder, int streets) throws IOException {
        this.streets = streets;
        var names = new HashMap<String, List<String>>();
        var weights = new HashMap<String, List<Double>>();
        for (var row : read(folder.resolve("firstname_uk.csv"))) {
            var key = row[2] + row[3];
            names.computeIfAbsent(key, _ -> new ArrayList<>()).add(capital(row[0]));
            weights.computeIfAbsent(key, _ -> new ArrayList<>()).add(Double.valueOf(row[1]));
        }
        names.forEach((key, some) -> given.put(key, new Weighted(some, weights.getOrDefault(key, List.of()))));
        var families = read(folder.resolve("lastname_uk.csv"));
        this.family = new Weighted(
                families.stream().map(row -> capital(row[0])).toList(),
                families.stream().map(row -> Double.valueOf(row[1])).toList());
        this.postcodes = read(folder.resolve("address_uk.csv")).stream()
                .map(row -> row[0])
                .filter(code -> code.contains(" "))
                .toList();
        for (var row : read(folder.resolve("nicknames.csv")))
            nicknames.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(capital(row[2]));
    }

    /** A given name of this year; of a year that the data has not, that of another one, always the same. */
    String given(boolean female, int year, Random random) {
        var known = year >= FIRST_YEAR && year <= LAST_YEAR
                ? year
                : FIRST_YEAR + Math.floorMod(year * 7, LAST_YEAR - FIRST_YEAR + 1);
        var key = (female ? "female" : "male") + known;
        return Objects.requireNonNull(given.get(key), key).draw(random);
    }

    String family(Random random) {
        return family.draw(random);
    }

    /** A street: a real postcode, or one beside it with another unit. */
    String postcode(Random random) {
        return street(random.nextInt(streets));
    }

    /** Somewhere in the same post town, more or less. */
    String nearby(String postcode, Random random) {
        var area = area(postcode);
        for (var tries = 0; tries < 2_000; tries++) {
            var code = postcode(random);
            if (area(code).equals(area) && !code.equals(postcode)) return code;
        }
        return postcode(random);
    }

    /** What somebody of this name may be called; the name itself where nothing is known. */
    String nickname(String name, Random random) {
        var some = nicknames.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(name));
        return some.get(random.nextInt(some.size()));
    }

    private String street(int number) {
        var real = postcodes.get(number % postcodes.size());
        var next = number / postcodes.size();
        if (next == 0) return real;
        var units = UNIT_LETTERS.length();
        return real.substring(0, real.length() - 2)
                + UNIT_LETTERS.charAt(next % units)
                + UNIT_LETTERS.charAt((next * 7 + number % units) % units);
    }

    private static String area(String postcode) {
        return postcode.replaceAll("[0-9].*", "");
    }

    static String capital(String name) {
        var letters = name.toCharArray();
        for (var i = 0; i < letters.length; i++)
            if (i == 0 || !Character.isLetter(letters[i - 1])) letters[i] = Character.toUpperCase(letters[i]);
        return new String(letters);
    }

    private static List<String[]> read(Path file) throws IOException {
        try (var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(file))) {
            return rows.stream().map(row -> row.values()).toList();
        }
    }
}
