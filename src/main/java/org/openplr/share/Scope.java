package org.openplr.share;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.record.EventKind;
import org.openplr.record.LearningEvent;
import org.openplr.record.Level;

/**
 * What of a record a share shows. Every limit that is set has to hold: a scope never shows more than each of its parts
 * alone.
 *
 * @param events only these events; empty for no such limit
 * @param kinds only these kinds; empty for no such limit
 * @param levels only these levels; empty for no such limit
 * @param from only what was awarded, or ended, on this day or later
 * @param to only what was awarded, or ended, on this day or earlier
 * @param identity what is shown of the learner
 * @param without what is left out of every item
 * @param live as the record changes, or as it was known when the share was made
 */
public record Scope(
        Set<UUID> events,
        Set<EventKind> kinds,
        Set<Level> levels,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<IdentityField> identity,
        Set<LeftOut> without,
        boolean live) {
    public Scope {
        events = Set.copyOf(events);
        kinds = Set.copyOf(kinds);
        levels = Set.copyOf(levels);
        identity = Set.copyOf(identity);
        without = Set.copyOf(without);
    }

    /** The whole record, nothing of the learner. */
    public static Scope all() {
        return new Scope(Set.of(), Set.of(), Set.of(), null, null, Set.of(), Set.of(), false);
    }

    static Scope usual(Set<IdentityField> identity) {
        var achieved = EnumSet.of(EventKind.ACHIEVEMENT, EventKind.UNIT);
        return new Scope(Set.of(), achieved, Set.of(), null, null, identity, Set.of(), false);
    }

    /** The same, showing these parts of the learner. */
    public Scope showing(Set<IdentityField> fields) {
        return new Scope(events, kinds, levels, from, to, fields, without, live);
    }

    /** The same, limited to these events. */
    public Scope only(Set<UUID> chosen) {
        return new Scope(chosen, kinds, levels, from, to, identity, without, live);
    }

    /** The same, as the record changes, or as it is known when the share is made. */
    public Scope living(boolean changing) {
        return new Scope(events, kinds, levels, from, to, identity, without, changing);
    }

    /** The kinds of event that it shows of a record of these; a live one without a choice of events, whatever may come. */
    public Set<EventKind> kindsOf(Collection<LearningEvent> record) {
        var possible = kinds.isEmpty() ? EnumSet.allOf(EventKind.class) : kinds;
        if (live && events.isEmpty()) return Set.copyOf(possible);
        return record.stream()
                .filter(event -> events.isEmpty() || events.contains(event.id()))
                .map(LearningEvent::kind)
                .filter(possible::contains)
                .collect(Collectors.toSet());
    }

    /**
     * The least that serves whom it is for: what is usual, and of chosen events those that are.
     *
     * @param usual what such a recipient usually needs
     * @param record whose events were chosen
     */
    public Scope least(Scope usual, Collection<LearningEvent> record) {
        var kept = record.stream()
                .filter(event -> events.contains(event.id()) && usual.kinds.contains(event.kind()))
                .map(LearningEvent::id)
                .collect(Collectors.toSet());
        if (kept.isEmpty()) return usual.living(live);
        return only(kept)
                .showing(identity.stream().filter(usual.identity::contains).collect(Collectors.toSet()));
    }

    /** Whether no limit is set on the events. */
    public boolean whole() {
        return events.isEmpty() && kinds.isEmpty() && levels.isEmpty() && from == null && to == null;
    }

    /** The names of the fields it discloses, for the ledger: never a value. */
    public List<String> fieldNames() {
        var item = Stream.of("qualification", "awardingOrganisation", "status", "source");
        var optional =
                Stream.of(LeftOut.values()).filter(f -> !without.contains(f)).map(LeftOut::text);
        var ofLearner =
                Stream.of(IdentityField.values()).filter(identity::contains).map(IdentityField::text);
        return Stream.of(ofLearner, item, optional).flatMap(s -> s).toList();
    }
}
