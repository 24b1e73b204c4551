package org.openplr.audit;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.openplr.party.Uln;
import org.openplr.platform.Cursor;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Who did what to whose data: written in the transaction of the deed itself, so that what is not in the ledger did not
 * happen.
 */
@Service
public class Ledger {
    private static final int SALT_BYTES = 16;
    private static final int LONGEST_PAGE = 200;

    static final String ENTER = "insert into ledger_entry (" + EntryRow.COLUMNS + ") values (" + Sql.places(16) + ")";
    static final String WAIT = "insert into ledger_pending (entry_id) values (?)";
    private static final String OF_SUBJECT =
            "select " + EntryRow.COLUMNS + " from ledger_entry where subject_uln = ? and id < ? and id >= ?";
    private static final String BY_OTHERS = " and actor_kind <> 'learner'";
    private static final String NEWEST_FIRST = " order by id desc fetch first ? rows only";
    private static final String ABOUT =
            "select " + EntryRow.COLUMNS + " from ledger_entry where about = ? order by id desc";

    private static final String LOOKS = """
        select count(*) as looks from ledger_entry where id >= ? and id < ? and outcome = 'ALLOWED'
            and basis in ('SHARE', 'LAW') and actor_kind <> 'learner' and what not like '%-again'\
        """;
    private static final int FEW = 10;

    private final Sql sql;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Ledger(Sql sql, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Writes an entry. It stands or falls with the caller's transaction, reads nothing and waits for nobody.
     *
     * @return the entry's id
     */
    public UUID write(LedgerEvent event) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var row = EntryRow.of(EntryIds.next(ids), at, event, ids.secretText(SALT_BYTES));
        var id = row.entry().id();
        sql.update(ENTER, row.values());
        sql.update(WAIT, List.of(id));
        return id;
    }

    /** Writes several entries of one deed, in two statements whatever their number. */
    public void writeAll(List<? extends LedgerEvent> events) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var rows = events.stream()
                .map(event -> EntryRow.of(EntryIds.next(ids), at, event, ids.secretText(SALT_BYTES)))
                .toList();
        sql.batch(ENTER, rows.stream().map(EntryRow::values).toList());
        sql.batch(WAIT, rows.stream().map(row -> List.of(row.entry().id())).toList());
    }

    /**
     * Everything that happened to the data of a learner, newest first: as {@link #activity(Set, Activity.Wanted, Optional,
     * int)}.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Activity activity(Set<Uln> subjects, Optional<String> cursor, int limit) {
        return activity(subjects, Activity.Wanted.EVERYTHING, cursor, limit);
    }

    /**
     * What happened to the data of a learner, newest first.
     *
     * @param subjects all numbers the learner has or had
     * @param cursor where the page begins: {@link Activity#next()} of the page before, empty for the first
     * @param limit the length of a page, 1 to 200; anything else is brought there
     * @throws Mistake if the cursor is none of ours
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Activity activity(Set<Uln> subjects, Activity.Wanted wanted, Optional<String> cursor, int limit) {
        var length = Math.clamp(limit, 1, LONGEST_PAGE);
        var before = Cursor.of(cursor).before();
        var query = OF_SUBJECT + (wanted.byOthers() ? BY_OTHERS : "") + NEWEST_FIRST;
        var first = EntryIds.first(wanted.since());
        var found = new ArrayList<LedgerEntry>();
        for (var subject : subjects)
            found.addAll(sql.rows(
                    query, row -> EntryRow.read(row).entry(), List.of(subject.digits(), before, first, length + 1)));
        found.sort(Comparator.comparing((LedgerEntry entry) -> entry.id().toString())
                .reversed());
        if (found.size() <= length) return new Activity(found, Optional.empty());
        var page = found.subList(0, length);
        return new Activity(page, Optional.of(Cursor.after(page.getLast().id()).text()));
    }

    /**
     * How often others looked at the records of learners, from a moment and before another, a look repeated on the same
     * visit not counted: a figure for everyone. It reads every entry of that time, so whoever asks often remembers it.
     *
     * @return empty below ten, where it could tell of somebody
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public OptionalInt looks(Instant from, Instant before) {
        var bounds = List.of(EntryIds.first(from), EntryIds.first(before));
        var looks = sql.rows(LOOKS, row -> row.number("looks"), bounds).getFirst();
        return looks < FEW ? OptionalInt.empty() : OptionalInt.of(looks);
    }

    /** An entry about the data of a learner, by its id; empty where it is about somebody else's. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<LedgerEntry> entry(UUID id, Set<Uln> subjects) {
        return sql
                .rows("select " + EntryRow.COLUMNS + " from ledger_entry where id = ?", EntryRow::read, List.of(id))
                .stream()
                .filter(row ->
                        subjects.stream().anyMatch(subject -> subject.digits().equals(row.subject())))
                .map(EntryRow::entry)
                .findFirst();
    }

    /** Whose data an entry is about; empty where there is no such entry, or it is about nobody's. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Uln> subject(UUID id) {
        return sql
                .rows(
                        "select subject_uln from ledger_entry where id = ? and subject_uln is not null",
                        row -> new Uln(row.text("subject_uln")),
                        List.of(id))
                .stream()
                .findFirst();
    }

    /** Everything about one thing, a share or a challenge, newest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<LedgerEntry> about(UUID about) {
        return sql.rows(ABOUT, row -> EntryRow.read(row).entry(), List.of(about));
    }
}
