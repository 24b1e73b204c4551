package org.openplr.record;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openplr.learner.Learner;
import org.openplr.party.Uln;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * The records of learners, each read in one statement.
 *
 * <p>Whether the reader may see one is decided before, and elsewhere: in {@code share} for those a learner lets in, by
 * the account for learners themselves.
 */
@Service
public class Records {
    private static final Comparator<LearningEvent> NEWEST_FIRST = Comparator.comparing(
                    (LearningEvent event) -> event.day().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(event -> Objects.requireNonNullElse(event.subject().title(), ""))
            .thenComparing(LearningEvent::id);

    private final Sql sql;

    @Inject
    Records(Sql sql) {
        this.sql = sql;
    }

    /** The record as it is known now, from all the numbers the learner ever had. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public PersonalRecord of(Learner learner) {
        return of(learner.numbers());
    }

    /** The same for organisations, without what its sources restrict; the version is that of what is left. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public PersonalRecord unrestrictedOf(Learner learner) {
        var versions = read(learner.numbers(), "known_to is null", List.of()).stream()
                .filter(version -> !version.event(false).isRestricted())
                .toList();
        return record(versions, EventVersion::disputed);
    }

    /** The same, of whoever has these numbers; where that is nobody, it is empty. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public PersonalRecord of(Set<Uln> numbers) {
        return record(read(numbers, "known_to is null", List.of()), EventVersion::disputed);
    }

    /** What is in the records of these learners now, each award once, in one statement: to count, not to show. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Uln, List<LearningEvent>> toCount(List<Learner> learners) {
        var numbers =
                learners.stream().flatMap(learner -> learner.numbers().stream()).collect(Collectors.toSet());
        var events = read(numbers, "known_to is null", List.of()).stream()
                .filter(version -> !version.withdrawn())
                .map(version -> version.event(version.disputed()))
                .collect(Collectors.groupingBy(LearningEvent::uln));
        var counted = new HashMap<Uln, List<LearningEvent>>();
        for (var learner : learners) {
            var theirs = learner.numbers().stream()
                    .flatMap(number -> events.getOrDefault(number, List.of()).stream())
                    .toList();
            counted.put(
                    learner.uln(),
                    Entries.of(theirs).stream()
                            .flatMap(Entry::withParts)
                            .map(Entry::event)
                            .toList());
        }
        return counted;
    }

    /**
     * The record as it was known at a moment, with the marks of now: what is under data challenge today is told so,
     * however old the rest of what is shown. The version is that of the moment.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public PersonalRecord asKnownAt(Learner learner, Instant moment) {
        return compared(learner, moment).then;
    }

    /** A record as it was known at some moment, beside the one of now. */
    public record Compared(PersonalRecord then, PersonalRecord now) {}

    /** The record {@link #asKnownAt} a moment, beside the one of now, in one statement. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Compared compared(Learner learner, Instant moment) {
        var found = read(learner.numbers(), "(known_to is null or (known_from <= ? and known_to > ?))", twice(moment));
        return compared(found, moment, latest(found, _ -> true));
    }

    /**
     * The same with the marks of data challenges of some moment, not those of now.
     *
     * @param marked of which moment they are
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Compared compared(Learner learner, Instant moment, Instant marked) {
        var moments = new ArrayList<>(twice(moment));
        moments.addAll(twice(marked));
        var found = read(
                learner.numbers(),
                "(known_to is null or (known_from <= ? and known_to > ?) or (known_from <= ? and known_to > ?))",
                moments);
        return compared(
                found, moment, latest(found, version -> !version.knownFrom().isAfter(marked)));
    }

    private static List<Instant> twice(Instant moment) {
        return List.of(moment, moment);
    }

    private static Compared compared(List<EventVersion> found, Instant moment, Map<UUID, EventVersion> marks) {
        var then = latest(found, version -> !version.knownFrom().isAfter(moment));
        var current = latest(found, _ -> true);
        var now = record(List.copyOf(current.values()), EventVersion::disputed);
        if (then.equals(current) && marks.equals(current)) return new Compared(now, now);
        return new Compared(
                record(
                        List.copyOf(then.values()),
                        version -> marks.getOrDefault(version.id(), version).disputed()),
                now);
    }

    private static Map<UUID, EventVersion> latest(List<EventVersion> found, Predicate<EventVersion> counting) {
        return found.stream()
                .filter(counting)
                .collect(Collectors.toMap(
                        EventVersion::id,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(EventVersion::number))));
    }

    /** Every version of one event of this learner, the first first; none where they have no such event. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<KnownVersion> history(Learner learner, UUID event) {
        var values = new ArrayList<Object>(List.of(event));
        learner.numbers().stream().map(Uln::digits).sorted().forEach(values::add);
        return sql.rows(
                "select " + EventVersion.COLUMNS + ", known_to, recorded_by, recorded_why from record_event_version"
                        + " where event_id = ? and uln in (" + Sql.places(values.size() - 1) + ") order by version_no",
                Records::known,
                values);
    }

    private static KnownVersion known(Sql.Row row) throws SQLException {
        var version = EventVersion.read(row);
        return new KnownVersion(
                version.number(),
                version.knownFrom(),
                row.momentIfAny("known_to"),
                version.event(version.disputed()),
                version.withdrawn(),
                Recorder.organisation(row.text("recorded_by")),
                row.text("recorded_why").equals(Maintaining.SENT) ? "" : row.text("recorded_why"));
    }

    private List<EventVersion> read(Set<Uln> numbers, String known, List<Instant> moments) {
        var values = new ArrayList<Object>();
        numbers.stream().map(Uln::digits).sorted().forEach(values::add);
        var query = "select " + EventVersion.COLUMNS + " from record_event_version where uln in ("
                + Sql.places(values.size()) + ") and " + known;
        values.addAll(moments);
        return sql.rows(query, EventVersion::read, values);
    }

    private static PersonalRecord record(List<EventVersion> versions, Predicate<EventVersion> disputed) {
        var visible = versions.stream().filter(version -> !version.withdrawn()).toList();
        var events = visible.stream()
                .map(version -> version.event(disputed.test(version)))
                .sorted(NEWEST_FIRST)
                .toList();
        var hashes = visible.stream().map(EventVersion::contentHash).sorted().collect(Collectors.joining("\",\""));
        return new PersonalRecord(events, ContentHash.sha256(visible.isEmpty() ? "[]" : "[\"" + hashes + "\"]"));
    }
}
