package org.openplr.record;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a person reads as one line of a record: an award or a course, told once however many sources told it, with the parts that
 * it is made of.
 *
 * @param event the word that counts: the awarding organisation's, where it is known
 * @param others the same award as other sources tell it, in the order of their word
 * @param differing what at least one of the others tells otherwise
 * @param parts of a diploma, a baccalaureate, a degree
 */
public record Entry(LearningEvent event, List<LearningEvent> others, Set<Detail> differing, List<Entry> parts) {
    /** What sources may tell in different ways. */
    public enum Detail {
        DATE,
        GRADE,
        LEVEL,
        CREDITS
    }

    public Entry {
        others = List.copyOf(others);
        differing = Set.copyOf(differing);
        parts = List.copyOf(parts);
    }

    /** As every source tells it, the word that counts first. */
    public List<LearningEvent> told() {
        return Stream.concat(Stream.of(event), others.stream()).toList();
    }

    /** It and everything that it is made of. */
    public Stream<Entry> withParts() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Entry::withParts));
    }

    Entry with(List<Entry> itsParts) {
        return new Entry(event, others, differing, itsParts);
    }

    @Override
    public String toString() {
        return "Entry[" + event.id() + "]";
    }
}
