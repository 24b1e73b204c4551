package org.openplr.qualification;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.platform.Words;

/** The register of qualifications, to look in. */
@Service
public class Qualifications {
    private static final int MOST = 100;
    private static final int WORDS = 6;
    private static final String BY_NUMBER =
            "select qan, " + RegisterEntry.COLUMNS + " from qualification where qan = ?1";
    private static final String BY_WORDS = "select qan, " + RegisterEntry.COLUMNS + " from qualification"
            + " where search_text like ?1 and search_text like ?2 and search_text like ?3"
            + " and search_text like ?4 and search_text like ?5 and search_text like ?6"
            + " and level_code like ?7 and (area_code like ?8 or area_code like ?9 or lower(area_text) like ?10)"
            + " and (sort_key > ?11 or (sort_key = ?12 and qan > ?13))"
            + " order by sort_key, qan";

    private final EntityManager entityManager;

    @Inject
    Qualifications(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The qualification of this number. */
    public Optional<Qualification> find(Qan number) {
        List<?> found = entityManager
                .createNativeQuery(BY_NUMBER)
                .setParameter(1, number.canonical())
                .getResultList();
        return found.stream()
                .findFirst()
                .map(row -> RegisterEntry.of((Object[]) row).qualification());
    }

    /**
     * Qualifications by words, level and area, in the order of their titles.
     *
     * @param cursor where the page before ended, as it said itself; empty for the first page
     * @param limit how many at most, 1 to 100
     */
    public QualificationPage search(QualificationSearch wanted, String cursor, int limit) {
        var atMost = Math.clamp(limit, 1, MOST);
        var query = entityManager.createNativeQuery(BY_WORDS);
        var words = Words.key(wanted.keyword()).split(" ", -1);
        for (var i = 0; i < WORDS; i++) query.setParameter(i + 1, i < words.length ? "%" + words[i] + "%" : "%");
        var area = AreaPattern.of(wanted.area());
        var after = Place.of(cursor);
        List<?> found = query.setParameter(7, LevelCode.pattern(wanted.level()))
                .setParameter(8, area.code())
                .setParameter(9, area.within())
                .setParameter(10, area.words())
                .setParameter(11, after.key())
                .setParameter(12, after.key())
                .setParameter(13, after.number())
                .setMaxResults(atMost + 1)
                .getResultList();
        var items = found.stream()
                .limit(atMost)
                .map(row -> RegisterEntry.of((Object[]) row).qualification())
                .toList();
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
                return new Place(
                        text.substring(8),
                        Qan.parse(text.substring(0, 8)).orElseThrow().canonical());
            } catch (RuntimeException garbled) {
                throw Mistake.unprocessable(Mistake.Fault.at("cursor", "invalid"));
            }
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
