package org.openplr.qualification;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;
import org.openplr.platform.Throttle;
import org.openplr.platform.Words;

/** The register of qualifications, to look in. */
@Service
public class Qualifications {
    static final int SEARCHES = 120;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 100;
    private static final int WORDS = 6;
    private static final String BY_NUMBER = RegisterEntry.SELECT + " where qan = ?";
    private static final String BY_WORDS = RegisterEntry.SELECT
            + " where search_text like ? and search_text like ? and search_text like ?"
            + " and search_text like ? and search_text like ? and search_text like ?"
            + " and level_code like ? and (area_code like ? or area_code like ? or lower(area_text) like ?)"
            + " and (sort_key > ? or (sort_key = ? and qan > ?))"
            + " order by sort_key, qan fetch first " + (MOST + 1) + " rows only";

    private final Sql sql;
    private final Throttle searches;

    @Inject
    Qualifications(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.searches = new Throttle(SEARCHES, MINUTE, clock);
    }

    /** The sector subject area of every qualification that has one. */
    public Map<Qan, AreaCode> areas() {
        return sql
                .rows(
                        "select qan, area_code from qualification where area_code <> ''",
                        row -> Map.entry(new Qan(row.text("qan")), new AreaCode(row.text("area_code"))),
                        List.of())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The qualification of this number. */
    public Optional<Qualification> find(Qan number) {
        return sql.rows(BY_NUMBER, RegisterEntry::of, List.of(number.canonical())).stream()
                .findFirst()
                .map(RegisterEntry::qualification);
    }

    /**
     * Qualifications by words, level and area, in the order of their titles. Anybody may search, and a search reads the
     * whole register: two a second from one place, in the long run.
     *
     * @param client a keyed digest of where it comes from
     * @param cursor where the page before ended, as it said itself; empty for the first page
     * @param limit how many at most, 1 to 100
     * @throws Mistake TOO_MANY, UNPROCESSABLE where the cursor is none of ours
     */
    public QualificationPage search(String client, QualificationSearch wanted, String cursor, int limit) {
        var wait = searches.take(client);
        if (wait > 0) throw Mistake.tooMany(wait);
        var atMost = Math.clamp(limit, 1, MOST);
        var values = new ArrayList<String>();
        var words = Words.key(wanted.keyword()).split(" ", -1);
        for (var i = 0; i < WORDS; i++) values.add(i < words.length ? "%" + words[i] + "%" : "%");
        values.add(LevelCode.pattern(wanted.level()));
        var area = AreaPattern.of(wanted.area());
        values.addAll(List.of(area.code(), area.within(), area.words()));
        var after = Place.of(cursor);
        values.addAll(List.of(after.key(), after.key(), after.number()));
        var found = sql.rows(BY_WORDS, RegisterEntry::of, values);
        var items =
                found.stream().limit(atMost).map(RegisterEntry::qualification).toList();
        return new QualificationPage(
                items, found.size() > atMost ? Place.after(items.getLast()).cursor() : "");
    }

    /** Three patterns, of which one has to fit: the code, the codes within it, words of the name. */
    private record AreaPattern(String code, String within, String words) {
        /** Fits no code and no words. */
        private static final String NONE = "-";

        static AreaPattern of(String typed) {
            if (typed.isBlank()) return new AreaPattern("%", "%", "%");
            return AreaCode.parse(typed)
                    .map(code -> new AreaPattern(code.text(), code.text() + ".%", NONE))
                    .orElseGet(() ->
                            new AreaPattern(NONE, NONE, "%" + Words.key(typed).replace(' ', '%') + "%"));
        }
    }

    /** A place between two qualifications in the order of titles. */
    private record Place(String key, String number) {
        static Place of(String cursor) {
            if (cursor.isEmpty()) return new Place("", "");
            try {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                var place = new Place(text.substring(8), text.substring(0, 8));
                if (place.equals(new Place(Words.key(place.key), new Qan(place.number).canonical()))) return place;
            } catch (IllegalArgumentException | IndexOutOfBoundsException garbled) {
                // told below
            }
            throw Mistake.unprocessable(Mistake.Fault.at("cursor", "unknown-cursor"));
        }

        static Place after(Qualification last) {
            return new Place(Words.key(last.title(), 100), last.number().canonical());
        }

        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((number + key).getBytes(StandardCharsets.UTF_8));
        }
    }
}
