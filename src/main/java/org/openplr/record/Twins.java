package org.openplr.record;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.openplr.qualification.Qan;

/**
 * Which events of a record are one award, told by different sources: those with the same reference, awarded at most
 * {@value #NEAR} days from each other. An event has one twin of each other source, the nearest; two of one source are two awards,
 * for somebody may take one again. How the real service knows them is not known: this is our own.
 */
final class Twins {
    /** A term: an awarding organisation dates by its award, a college by the end of a course. */
    private static final int NEAR = 92;

    /** Whose word counts: those who award before those who return what they were told; whom we do not know, last. */
    private static final List<String> WORD = List.of("AO", "QCFU", "HE", "NPD", "ILR");

    private static final Comparator<LearningEvent> BY_WORD = Comparator.<LearningEvent>comparingInt(
                    event -> WORD.contains(event.source()) ? WORD.indexOf(event.source()) : WORD.size())
            .thenComparing(LearningEvent::source);

    private record Pair(LearningEvent first, LearningEvent other, long days) {}

    private final Map<UUID, List<LearningEvent>> others = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    private Twins() {}

    static Twins among(Collection<LearningEvent> events) {
        var twins = new Twins();
        var same = new HashMap<String, List<LearningEvent>>();
        for (var event : events)
            if (event.kind() != EventKind.PARTICIPATION)
                reference(event)
                        .ifPresent(reference -> same.computeIfAbsent(reference, _ -> new ArrayList<>())
                                .add(event));
        same.values().forEach(twins::pair);
        return twins;
    }

    /** Whether another event tells the same award, and its word counts. */
    boolean isTold(LearningEvent event) {
        return taken.contains(event.id());
    }

    /** The same award as other sources tell it, in the order of their word. */
    List<LearningEvent> of(LearningEvent event) {
        var known = others.get(event.id());
        return known == null ? List.of() : known.stream().sorted(BY_WORD).toList();
    }

    private void pair(List<LearningEvent> same) {
        for (var pair : pairs(same)) {
            var first = pair.first.id();
            var other = pair.other.id();
            if (taken.contains(first) || taken.contains(other) || others.containsKey(other)) continue;
            var known = others.computeIfAbsent(first, id -> new ArrayList<>());
            if (known.stream().anyMatch(one -> one.source().equals(pair.other.source()))) continue;
            known.add(pair.other);
            taken.add(other);
        }
    }

    /** Every two that may be one award: the better word first, of equal words the nearest. */
    private static List<Pair> pairs(List<LearningEvent> same) {
        var pairs = new ArrayList<Pair>();
        for (var first : same)
            for (var other : same)
                if (BY_WORD.compare(first, other) < 0)
                    days(first, other).ifPresent(days -> pairs.add(new Pair(first, other, days)));
        pairs.sort(Comparator.comparing(Pair::first, BY_WORD)
                .thenComparingLong(Pair::days)
                .thenComparing(pair -> pair.first.id())
                .thenComparing(pair -> pair.other.id()));
        return pairs;
    }

    private static OptionalLong days(LearningEvent first, LearningEvent other) {
        var one = first.award().date();
        var second = other.award().date();
        if (one == null || second == null) return OptionalLong.empty();
        var days = Math.abs(ChronoUnit.DAYS.between(one, second));
        return days <= NEAR ? OptionalLong.of(days) : OptionalLong.empty();
    }

    /** By which an award is known: its qualification's number in whichever spelling, a unit's, a university's own. */
    static Optional<String> reference(LearningEvent event) {
        return Optional.ofNullable(event.subject().code())
                .map(code -> event.qan()
                        .map(Qan::canonical)
                        .orElseGet(() -> code.replaceAll("[/\\s]", "").toUpperCase(Locale.ROOT)));
    }
}
