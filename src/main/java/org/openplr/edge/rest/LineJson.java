package org.openplr.edge.rest;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.record.Entry;
import org.openplr.record.PersonalRecord;

/**
 * Events that people read as one line: an award that several sources tell, a whole with its parts.
 *
 * @param event the word that counts
 * @param alsoTold the same award as other sources tell it
 * @param differs what at least one of them tells otherwise: {@code date}, {@code grade}, {@code level}, {@code credits}
 * @param parts of a diploma, a baccalaureate, a degree
 */
public record LineJson(
        UUID event,
        @Nullable List<UUID> alsoTold,
        @Nullable List<String> differs,
        @Nullable List<UUID> parts) {
    /** The lines of more than one event; all others are lines of their own. */
    static List<LineJson> of(PersonalRecord record) {
        return record.entries().stream()
                .flatMap(Entry::withParts)
                .filter(entry -> !entry.others().isEmpty() || !entry.parts().isEmpty())
                .map(LineJson::of)
                .toList();
    }

    private static LineJson of(Entry entry) {
        return new LineJson(
                entry.event().id(),
                unlessNone(entry.others().stream().map(other -> other.id()).toList()),
                unlessNone(entry.differing().stream()
                        .sorted()
                        .map(detail -> detail.name().toLowerCase(Locale.ROOT))
                        .toList()),
                unlessNone(entry.parts().stream().map(part -> part.event().id()).toList()));
    }

    private static <T> @Nullable List<T> unlessNone(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
