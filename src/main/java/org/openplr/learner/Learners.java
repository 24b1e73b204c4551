package org.openplr.learner;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.party.AbilityToShare;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** The learners of the register, found by any number they ever had. */
@Service
public class Learners {
    private static final int PER_STATEMENT = 500;

    /** Derby would rather go through the whole table for a long list of keys: it is told better; elsewhere a comment. */
    static final String BY_KEY = "learner --DERBY-PROPERTIES constraint=learner_pk\n";

    /** One row for each number this one superseded; {@code own_master} is set where it is itself superseded. */
    private static final String WITH_LINKS = """
        select l.uln, l.given_name, l.family_name, l.previous_family_name, l.date_of_birth, l.gender_code, l.postcode,
               l.verification_code, l.ability_to_share_code, l.is_sensitive, l.version_no,
               older.superseded, newer.master as own_master
          from learner l --DERBY-PROPERTIES constraint=learner_pk
          left join learner_link older on older.master = l.uln
          left join learner_link newer on newer.superseded = l.uln
         where l.deleted_at is null and l.uln\
        """;

    private static final String BY_NUMBER = WITH_LINKS + " = ?";

    private static final String EVERYBODY = """
        select l.uln, l.given_name, l.family_name, l.previous_family_name, l.date_of_birth, l.gender_code, l.postcode,
               l.verification_code, l.ability_to_share_code, l.is_sensitive, l.version_no,
               cast(null as varchar(10)) as superseded, cast(null as varchar(10)) as own_master
          from learner l
         where l.uln > ? and l.deleted_at is null
           and not exists (select 1 from learner_link newer where newer.superseded = l.uln)
         order by l.uln\
        """;

    private static final String BORN =
            "select uln, given_name, family_name, previous_family_name from learner where date_of_birth = ?"
                    + " and deleted_at is null";

    private final Sql sql;

    @Inject
    Learners(Sql sql) {
        this.sql = sql;
    }

    /**
     * The learner who has this number, or had it before it was superseded.
     *
     * <p>One statement for a number that counts; two or three for a superseded one.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Learner> find(Uln anyNumber) {
        var found = read(anyNumber);
        if (!found.isEmpty() && found.getFirst().ownMaster == null) return Optional.of(learner(found));
        return masterOf(anyNumber).flatMap(master -> {
            var rows = read(master);
            return rows.isEmpty() ? Optional.empty() : Optional.of(learner(rows));
        });
    }

    /** The learners who have these numbers, or had them before they were superseded, by the numbers that are asked: two statements for 500. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<Uln, Learner> findAll(Collection<Uln> numbers) {
        var found = new HashMap<Uln, Learner>();
        var asked = List.copyOf(Set.copyOf(numbers));
        for (var from = 0; from < asked.size(); from += PER_STATEMENT)
            found.putAll(some(asked.subList(from, Math.min(from + PER_STATEMENT, asked.size()))));
        return found;
    }

    private Map<Uln, Learner> some(List<Uln> asked) {
        var masters = new HashMap<Uln, Uln>();
        asked.forEach(number -> masters.put(number, number));
        sql.rows(
                        "select master, superseded from learner_link where superseded in (" + Sql.places(asked.size())
                                + ")",
                        Link::of,
                        asked.stream().map(Uln::digits).toList())
                .forEach(link -> masters.put(new Uln(link.superseded), link.master));
        var counting = Set.copyOf(masters.values());
        var rows = sql
                .rows(
                        WITH_LINKS + " in (" + Sql.places(counting.size()) + ")",
                        Learners::found,
                        counting.stream().map(Uln::digits).toList())
                .stream()
                .collect(Collectors.groupingBy(one -> one.learner.uln()));
        var found = new HashMap<Uln, Learner>();
        masters.forEach((number, master) -> {
            if (rows.containsKey(master)) found.put(number, learner(rows.get(master)));
        });
        return found;
    }

    /** Everybody who was born on this day and is or was called so, however it is spelt; by their masters. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Learner> alike(String givenName, String familyName, LocalDate dateOfBirth) {
        var wanted = Learner.nameKey(givenName, familyName);
        return sql.rows(BORN, Named::of, List.of(dateOfBirth)).stream()
                .filter(one -> one.keys.contains(wanted))
                .flatMap(one -> find(one.uln).stream())
                .distinct()
                .toList();
    }

    /** Which of these numbers are somebody's, whether they count or are superseded. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<Uln> registered(Collection<Uln> numbers) {
        var known = new HashSet<Uln>();
        var asked = List.copyOf(Set.copyOf(numbers));
        for (var from = 0; from < asked.size(); from += PER_STATEMENT) {
            var part = asked.subList(from, Math.min(from + PER_STATEMENT, asked.size()));
            var places = Sql.places(part.size());
            var query = "select uln as digits from " + BY_KEY + " where uln in (" + places
                    + ") and deleted_at is null union select superseded as digits from learner_link where superseded"
                    + " in ("
                    + places + ")";
            var values = new ArrayList<String>();
            for (var twice = 0; twice < 2; twice++) for (var number : part) values.add(number.digits());
            known.addAll(sql.rows(query, row -> new Uln(row.text("digits")), values));
        }
        return known;
    }

    /**
     * Everybody of the register in the order of their numbers, so many at once: to count, not to show.
     *
     * @param after the number of the last one of the page before; empty for the first page
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Learner> toCount(String after, int atMost) {
        var some = sql.rows(EVERYBODY + " fetch first " + atMost + " rows only", Learners::found, List.of(after));
        var last = some.isEmpty() ? after : some.getLast().learner.uln().digits();
        var superseded = sql.rows(
                "select master, superseded from learner_link where master > ? and master <= ?",
                Link::of,
                List.of(after, last));
        return some.stream()
                .map(found -> Stream.concat(
                                Stream.of(found),
                                superseded.stream()
                                        .filter(link -> link.master.equals(found.learner.uln()))
                                        .map(link -> new Found(found.learner, link.superseded, null)))
                        .toList())
                .map(Learners::learner)
                .toList();
    }

    private record Link(Uln master, String superseded) {
        static Link of(Sql.Row row) throws SQLException {
            return new Link(new Uln(row.text("master")), row.text("superseded"));
        }
    }

    /** Whether there is any learner at all. */
    public boolean none() {
        return sql.rows("select uln from learner fetch first 1 rows only", row -> row.text("uln"), List.of())
                .isEmpty();
    }

    private Optional<Uln> masterOf(Uln superseded) {
        return sql
                .rows(
                        "select master from learner_link where superseded = ?",
                        row -> new Uln(row.text("master")),
                        List.of(superseded.digits()))
                .stream()
                .findFirst();
    }

    private record Named(Uln uln, Set<String> keys) {
        static Named of(Sql.Row row) throws SQLException {
            var keys = new HashSet<String>();
            var given = row.text("given_name");
            var previous = row.textIfAny("previous_family_name");
            keys.add(Learner.nameKey(given, row.text("family_name")));
            if (previous != null) keys.add(Learner.nameKey(given, previous));
            return new Named(new Uln(row.text("uln")), keys);
        }
    }

    private record Found(
            Learner learner,
            @Nullable String superseded,
            @Nullable String ownMaster) {}

    private List<Found> read(Uln number) {
        return sql.rows(BY_NUMBER, Learners::found, List.of(number.digits()));
    }

    private static Found found(Sql.Row row) throws SQLException {
        var uln = new Uln(row.text("uln"));
        var learner = new Learner(
                uln,
                row.text("given_name"),
                row.text("family_name"),
                row.textIfAny("previous_family_name"),
                row.date("date_of_birth"),
                Gender.ofCode(row.number("gender_code")).orElseThrow(),
                row.text("postcode"),
                VerificationType.ofCode(row.number("verification_code")).orElseThrow(),
                AbilityToShare.ofCode(row.number("ability_to_share_code")).orElseThrow(),
                row.flag("is_sensitive"),
                Set.of(uln),
                row.longNumber("version_no"));
        return new Found(learner, row.textIfAny("superseded"), row.textIfAny("own_master"));
    }

    private static Learner learner(List<Found> rows) {
        var one = rows.getFirst().learner;
        var numbers = new HashSet<>(one.numbers());
        for (var row : rows) if (row.superseded != null) numbers.add(new Uln(row.superseded));
        return new Learner(
                one.uln(),
                one.givenName(),
                one.familyName(),
                one.previousFamilyName(),
                one.dateOfBirth(),
                one.gender(),
                one.postcode(),
                one.verification(),
                one.abilityToShare(),
                one.sensitive(),
                numbers,
                one.version());
    }
}
