package org.openplr.learner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openplr.platform.Sql;

/** Whoever shares match keys with somebody, by their numbers, who shares more of them first: the index answers alone. */
final class KeySharers {
    /** People to a key: one that more share is not selective, and those beyond are found by another or not at all. */
    static final int PER_KEY = 100;

    /** People weighed in one find. */
    static final int AT_MOST = 500;

    private static final int AT_ONCE = 500;

    private static final String OF_KEY =
            "(select uln from learner_match_key where match_key = ? fetch first " + PER_KEY + " rows only)";

    private final Sql sql;

    KeySharers(Sql sql) {
        this.sql = sql;
    }

    /** For many at once, in their order: some statements for hundreds. */
    List<List<String>> ofEach(List<Set<Long>> keys) {
        var sharing = sharing(keys);
        return keys.stream().map(own -> select(own, sharing)).toList();
    }

    /** Who has each of these keys, as many as are looked at. */
    private Map<Long, List<String>> sharing(List<Set<Long>> keys) {
        var all = keys.stream().flatMap(Set::stream).distinct().toList();
        var sharing = new HashMap<Long, List<String>>();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            var some = padded(new ArrayList<>(all.subList(from, Math.min(from + AT_ONCE, all.size()))), 100);
            sql.rows(
                    "select match_key, uln from learner_match_key where match_key in (" + Sql.places(some.size())
                            + ") order by match_key, uln",
                    row -> {
                        var others = sharing.computeIfAbsent(row.longNumber("match_key"), _ -> new ArrayList<>());
                        return others.size() < PER_KEY && others.add(row.text("uln"));
                    },
                    some);
        }
        return sharing;
    }

    private static List<String> select(Set<Long> keys, Map<Long, List<String>> sharing) {
        var shared = new HashMap<String, Integer>();
        for (var key : keys) for (var uln : sharing.getOrDefault(key, List.of())) shared.merge(uln, 1, Integer::sum);
        return mostSharing(shared);
    }

    /** Those who share a key, whoever shares more of them first. */
    List<String> of(Collection<Long> keys) {
        if (keys.isEmpty()) return List.of();
        var padded = padded(new ArrayList<>(keys), 4);
        var query = String.join(" union all ", Collections.nCopies(padded.size(), OF_KEY));
        var shared = new HashMap<String, Integer>();
        for (var uln : sql.rows(query, row -> row.text("uln"), padded)) shared.merge(uln, 1, Integer::sum);
        return mostSharing(shared);
    }

    private static List<String> mostSharing(Map<String, Integer> shared) {
        return shared.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(AT_MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** As many as a multiple of this, the last one again and again: fewer statements to prepare. */
    static <T> List<T> padded(List<T> values, int to) {
        while (values.size() % to != 0) values.add(values.getLast());
        return values;
    }
}
