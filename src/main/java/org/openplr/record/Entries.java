package org.openplr.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes lines that people read out of the events of a record: twins told once, parts beneath the whole that they are parts of. */
final class Entries {
    private final Map<UUID, Entry> wholeOf = new HashMap<>();
    private final Map<UUID, List<Entry>> partsOf = new HashMap<>();

    private Entries() {}

    /** In the order of the events. */
    static List<Entry> of(List<LearningEvent> events) {
        var twins = Twins.among(events);
        var entries = events.stream()
                .filter(event -> !twins.isTold(event))
                .map(event -> entry(event, twins.of(event)))
                .toList();
        return new Entries().wholes(entries);
    }

    private static Entry entry(LearningEvent event, List<LearningEvent> others) {
        var differing = EnumSet.noneOf(Entry.Detail.class);
        for (var other : others)
            for (var detail : Entry.Detail.values()) if (differs(detail, event, other)) differing.add(detail);
        return new Entry(event, others, differing, List.of());
    }

    /** Who says nothing does not disagree. */
    private static boolean differs(Entry.Detail detail, LearningEvent one, LearningEvent other) {
        var first = said(detail, one);
        var second = said(detail, other);
        return first.isPresent() && second.isPresent() && !first.equals(second);
    }

    private static Optional<Object> said(Entry.Detail detail, LearningEvent event) {
        return switch (detail) {
            case DATE -> Optional.ofNullable(event.award().date());
            case GRADE -> event.realGrade().map(grade -> grade.strip().toUpperCase(Locale.ROOT));
            case LEVEL -> event.level().map(level -> level);
            case CREDITS -> Optional.ofNullable(event.award().credits());
        };
    }

    /** A part whose whole is not here stands for itself. */
    private List<Entry> wholes(List<Entry> entries) {
        var named = new HashMap<String, Entry>();
        for (var entry : entries)
            for (var told : entry.told()) named.putIfAbsent(name(told, told.sourceReference()), entry);
        for (var entry : entries) {
            var whole = whole(entry, named);
            if (whole != null) wholeOf.put(entry.event().id(), whole);
        }
        if (wholeOf.isEmpty()) return entries;
        for (var entry : entries) {
            var whole = wholeOf.get(entry.event().id());
            if (whole != null && !isInCircle(entry))
                partsOf.computeIfAbsent(whole.event().id(), id -> new ArrayList<>())
                        .add(entry);
        }
        return entries.stream()
                .filter(entry -> !wholeOf.containsKey(entry.event().id()) || isInCircle(entry))
                .map(this::withParts)
                .toList();
    }

    private static @Nullable Entry whole(Entry entry, Map<String, Entry> named) {
        for (var told : entry.told()) {
            var partOf = told.further().partOf();
            var whole = partOf == null ? null : named.get(name(told, partOf));
            if (whole != null) return whole;
        }
        return null;
    }

    /** Whether it is, by what sources say, in the end a part of itself. */
    private boolean isInCircle(Entry entry) {
        var above = wholeOf.get(entry.event().id());
        for (var steps = 0; above != null && steps <= wholeOf.size(); steps++) {
            if (above.event().id().equals(entry.event().id())) return true;
            above = wholeOf.get(above.event().id());
        }
        return false;
    }

    private Entry withParts(Entry entry) {
        var parts = partsOf.getOrDefault(entry.event().id(), List.of());
        return entry.with(parts.stream().map(this::withParts).toList());
    }

    private static String name(LearningEvent event, String reference) {
        return event.source() + " " + reference;
    }
}
