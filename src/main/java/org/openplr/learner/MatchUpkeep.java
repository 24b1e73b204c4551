package org.openplr.learner;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.openplr.matching.Frequencies;
import org.openplr.matching.MatchKeys;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Makes the match keys of learners who have none of today's scheme, and counts names. A register from before the keys, or
 * with those of another scheme, is brought up to date in steps, each a transaction: a crash in between costs one step.
 */
@Service
public class MatchUpkeep {
    private static final int PER_STEP = 50_000;

    private static final String SOME = "select " + KnownPeople.COLUMNS
            + " from learner l where l.uln > ? and l.deleted_at is null order by l.uln fetch first " + PER_STEP
            + " rows only";

    private final Sql sql;
    private final MatchKeyTable table;

    @Inject
    MatchUpkeep(Sql sql, MatchKeyTable table) {
        this.sql = sql;
        this.table = table;
    }

    private record State(int scheme, boolean complete, String doneTo) {
        static State read(Sql.Row row) throws SQLException {
            return new State(row.number("scheme_no"), row.flag("is_complete"), row.text("done_to"));
        }
    }

    /**
     * One step.
     *
     * @return whether there is another one to do
     */
    public boolean step() {
        var state = sql.rows("select scheme_no, is_complete, done_to from learner_match_state", State::read, List.of())
                .getFirst();
        if (state.scheme == MatchKeys.SCHEME && state.complete) return false;
        var doneTo = state.doneTo;
        if (state.scheme != MatchKeys.SCHEME) {
            sql.update("truncate table learner_match_key", List.of());
            doneTo = "";
        }
        var people = sql.rows(SOME, KnownPeople::read, List.of(doneTo));
        if (!people.isEmpty()) {
            make(people);
            note(false, people.getLast().uln().digits());
            return true;
        }
        loaded();
        return false;
    }

    /** Notes that everybody has keys, who were loaded with them, and counts names. */
    public void loaded() {
        count();
        note(true, "");
    }

    private void note(boolean complete, String doneTo) {
        sql.update(
                "update learner_match_state set scheme_no = ?, is_complete = ?, done_to = ?",
                List.of(MatchKeys.SCHEME, complete, doneTo));
    }

    /** Whoever was registered meanwhile has keys already: all of them, so that one tells. */
    private void make(List<Candidates.Known> people) {
        var keys = new HashMap<String, Set<Long>>();
        var firsts = new ArrayList<MatchKeyTable.Pair>();
        for (var one : people) {
            var made = MatchKeys.of(one.person());
            if (made.isEmpty()) continue;
            keys.put(one.uln().digits(), made);
            firsts.add(new MatchKeyTable.Pair(made.iterator().next(), one.uln().digits()));
        }
        var pairs = new ArrayList<MatchKeyTable.Pair>();
        for (var first : table.missing(firsts))
            for (var key : keys.getOrDefault(first.uln(), Set.of()))
                pairs.add(new MatchKeyTable.Pair(key, first.uln()));
        // In the order of the index, which is many times faster.
        pairs.sort(Comparator.comparingLong(MatchKeyTable.Pair::key));
        sql.batch(
                MatchKeyTable.INSERT,
                pairs.stream()
                        .map(pair -> List.<Object>of(pair.key(), pair.uln()))
                        .toList());
    }

    /** Counts names, postcodes and years of birth anew: the more frequent one is, the less an agreement says. */
    public void count() {
        var counts = new HashMap<Long, Long>();
        counts.put(
                Frequencies.EVERYBODY,
                sql.rows("select count(*) as n from learner", row -> row.longNumber("n"), List.of())
                        .getFirst());
        add(counts, "given_name", Frequencies::ofGiven);
        add(counts, "family_name", Frequencies::ofFamily);
        add(counts, "postcode", Frequencies::ofPostcode);
        var born = sql.rows(
                "select date_of_birth, count(*) as n from learner group by date_of_birth",
                row -> Map.entry(row.date("date_of_birth"), row.longNumber("n")),
                List.of());
        for (var day : born) add(counts, day.getValue(), Frequencies.ofYear(year(day.getKey())));
        sql.update("delete from learner_match_term", List.of());
        counts.values().removeIf(n -> n < 2);
        var rows = new ArrayList<List<Object>>();
        for (var term : new TreeMap<>(counts).entrySet()) rows.add(List.of(term.getKey(), term.getValue()));
        sql.batch("insert into learner_match_term (term, occurrences) values (?, ?)", rows);
    }

    private static int year(LocalDate day) {
        return day.getYear();
    }

    private void add(Map<Long, Long> counts, String column, Function<String, Set<Long>> terms) {
        var values = sql.rows(
                "select " + column + " as term, count(*) as n from learner group by " + column,
                row -> Map.entry(row.text("term"), row.longNumber("n")),
                List.of());
        for (var value : values) add(counts, value.getValue(), terms.apply(value.getKey()));
    }

    private static void add(Map<Long, Long> counts, long many, Set<Long> terms) {
        for (var term : terms) counts.merge(term, many, Long::sum);
    }
}
