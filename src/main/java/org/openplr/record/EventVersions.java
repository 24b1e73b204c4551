package org.openplr.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Sql;

/** The table of versions. A change closes the current version and adds the next: nothing else is ever written. */
final class EventVersions {
    /** Which event a source means. */
    record Key(String source, String reference) {
        static Key of(ReportedEvent event) {
            return new Key(event.source(), event.sourceReference());
        }
    }

    private static final String SELECT = "select " + EventVersion.COLUMNS + " from record_event_version";

    /** Derby would rather go through the whole table for a long list: it is told the index; elsewhere a comment. */
    private static final String REPORTED = SELECT + " --DERBY-PROPERTIES constraint=record_event_version_reported\n"
            + " where known_to is null and source_code = ? and source_reference in (";

    private static final String CLOSE =
            "update record_event_version set known_to = ? where event_id = ? and version_no = ? and known_to is null";

    private final Sql sql;

    EventVersions(Sql sql) {
        this.sql = sql;
    }

    /** The current versions of these events, withdrawn ones too; one statement for each source. */
    Map<Key, EventVersion> current(Collection<Key> keys) {
        var references = new TreeMap<String, List<String>>();
        for (var key : keys)
            references.computeIfAbsent(key.source, source -> new ArrayList<>()).add(key.reference);
        var current = new HashMap<Key, EventVersion>();
        references.forEach((source, wanted) -> {
            var values = new ArrayList<String>();
            values.add(source);
            values.addAll(wanted);
            var query = REPORTED + Sql.places(wanted.size()) + ")";
            for (var version : sql.rows(query, EventVersion::read, values))
                current.put(Key.of(version.reported()), version);
        });
        return current;
    }

    Optional<EventVersion> current(UUID event) {
        return sql
                .rows(SELECT + " where known_to is null and event_id = ?", EventVersion::read, List.of(event))
                .stream()
                .findFirst();
    }

    /**
     * The current versions of what an organisation awarded and reported itself, what changed last first.
     *
     * @param beginning of the reference; letters, digits, dots, hyphens, slashes and underscores
     * @param of this learner's only, where there is one
     */
    List<EventVersion> awardedBy(String source, Ukprn organisation, String beginning, Optional<Uln> of, int atMost) {
        // An underscore would stand for any sign.
        var like = beginning.replace("_", "!_") + "%";
        var values = new ArrayList<Object>(List.of(organisation.digits(), source, like));
        of.ifPresent(uln -> values.add(uln.digits()));
        return sql.rows(
                SELECT + " where awarding_code = ? and known_to is null and source_code = ?"
                        + " and source_reference like ? escape '!'" + (of.isPresent() ? " and uln = ?" : "")
                        + " order by known_from desc, event_id fetch first " + atMost + " rows only",
                EventVersion::read,
                values);
    }

    /** Adds first versions. */
    void begin(List<EventVersion> first, String by, String why) {
        sql.batch(
                EventVersion.INSERT,
                first.stream().map(version -> version.values(by, why)).toList());
    }

    /**
     * Adds next versions and closes those before them.
     *
     * @throws Mistake if one of those is not current any more: somebody else was quicker
     */
    void follow(List<EventVersion> next, String by, String why) {
        follow(next.stream().map(version -> new Reasoned(version, why)).toList(), by);
    }

    /** A version, and why there is one. */
    record Reasoned(EventVersion version, String why) {
        Reasoned because(String another) {
            return new Reasoned(version, another);
        }
    }

    /**
     * The same where each has its own reason: as many statements.
     *
     * @throws Mistake if one of those before is not current any more
     */
    void follow(List<Reasoned> next, String by) {
        var closing = new ArrayList<List<@Nullable Object>>();
        for (var one : next) closing.add(List.of(one.version.knownFrom(), one.version.id(), one.version.number() - 1));
        if (sql.batch(CLOSE, closing) != closing.size()) throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
        sql.batch(
                EventVersion.INSERT,
                next.stream().map(one -> one.version.values(by, one.why)).toList());
    }
}
