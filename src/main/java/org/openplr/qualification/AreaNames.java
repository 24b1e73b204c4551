package org.openplr.qualification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openplr.platform.Words;

/**
 * Links a register's words for a sector subject area to its code: by a code in front ({@code 02.1 Science}), by the
 * name whatever its case and punctuation, or by a name that was given to the area later.
 */
final class AreaNames {
    /** Ofqual's names since 2019 for two areas whose codes stayed. */
    private static final Map<String, String> LATER =
            Map.of("digital technology practitioners", "6.1", "digital technology users", "6.2");

    private final Map<String, String> codes = new HashMap<>(LATER);

    AreaNames(List<SectorSubjectArea> areas) {
        for (var area : areas) {
            var key = Words.key(area.name());
            // Where both tiers say the same, the finer one is meant.
            if (area.code().tier() == 2 || !codes.containsKey(key))
                codes.put(key, area.code().text());
        }
    }

    /** The code, empty where the words are not known. */
    String codeOf(String words) {
        if (words.isEmpty()) return "";
        var first = words.strip().split("\\s", 2)[0];
        return AreaCode.parse(first).map(AreaCode::text).orElseGet(() -> codes.getOrDefault(Words.key(words), ""));
    }
}
