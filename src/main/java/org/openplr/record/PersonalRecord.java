package org.openplr.record;

import java.util.List;

/**
 * A learner's record at one moment.
 *
 * @param events newest first, by award, else by participation; those without any date last
 * @param version SHA-256, hexadecimal, over the content of all events: the same exactly as long as no content changes
 */
public record PersonalRecord(List<LearningEvent> events, String version) {
    public PersonalRecord {
        events = List.copyOf(events);
    }

    /** The same as lines that people read: each award told once, its parts beneath it; in the order of the events. */
    public List<Entry> entries() {
        return Entries.of(events);
    }

    @Override
    public String toString() {
        return "PersonalRecord[" + version + "]";
    }
}
