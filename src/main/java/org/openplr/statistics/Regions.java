package org.openplr.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The region of a postcode, by its area: the letters it begins with ({@code regions.csv}, our own table). An area that lies in two
 * regions counts where most of it lies; whatever is in none, as BFPO, is elsewhere.
 */
final class Regions {
    static final String ELSEWHERE = "elsewhere";

    private static final Pattern AREA = Pattern.compile("([A-Z]{1,2})[0-9].*");

    /** The table, read once. */
    static final Regions TABLE = new Regions();

    private final Map<String, String> byArea = new HashMap<>();
    private final List<String> all = new ArrayList<>();

    private Regions() {
        var file = Objects.requireNonNull(Regions.class.getResourceAsStream("/statistics/regions.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(this::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        all.add(ELSEWHERE);
    }

    private void read(String line) {
        var cells = line.split(",", -1);
        all.add(cells[0]);
        for (var area : cells[1].split(" ", -1)) byArea.put(area, cells[0]);
    }

    /** Every region, in the order of the file, and elsewhere. */
    List<String> all() {
        return List.copyOf(all);
    }

    String of(String postcode) {
        var area = AREA.matcher(postcode.strip().toUpperCase(Locale.ROOT));
        return area.matches() ? byArea.getOrDefault(area.group(1), ELSEWHERE) : ELSEWHERE;
    }
}
