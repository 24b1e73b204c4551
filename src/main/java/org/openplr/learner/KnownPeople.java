package org.openplr.learner;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.openplr.learner.Candidates.Known;
import org.openplr.matching.Frequencies;
import org.openplr.matching.Person;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;

/** The register as the matching sees it: people by their numbers, and how frequent names, places and years are. */
class KnownPeople {
    private static final int PER_STATEMENT = 500;

    static final String COLUMNS = "l.uln, l.given_name, l.preferred_given_name, l.family_name, l.previous_family_name,"
            + " l.family_name_at_16, l.date_of_birth, l.gender_code, l.postcode, l.place_of_birth, l.school_at_16,"
            + " l.email, l.upn, l.uci, l.husid, l.ucas_id, l.scottish_candidate_number, l.is_sensitive";

    private final Sql sql;

    KnownPeople(Sql sql) {
        this.sql = sql;
    }

    /** Those who have these numbers: a statement for 500. */
    List<Known> of(List<String> numbers) {
        var known = new ArrayList<Known>();
        for (var from = 0; from < numbers.size(); from += PER_STATEMENT)
            known.addAll(some(numbers.subList(from, Math.min(from + PER_STATEMENT, numbers.size()))));
        return known;
    }

    private List<Known> some(List<String> numbers) {
        var padded = KeySharers.padded(new ArrayList<>(numbers), 16);
        var query = "select " + COLUMNS + ", k.master from learner l --DERBY-PROPERTIES constraint=learner_pk\n"
                + " left join learner_link k on k.superseded = l.uln where l.uln in (" + Sql.places(padded.size())
                + ") and l.deleted_at is null";
        return sql.rows(query, KnownPeople::readLinked, padded).stream()
                .sorted(Comparator.comparing(one -> one.uln().digits()))
                .toList();
    }

    Frequencies frequencies(Collection<Long> terms) {
        var all = List.copyOf(terms);
        var counts = new HashMap<Long, Long>();
        for (var from = 0; from < all.size(); from += PER_STATEMENT) {
            var some = KeySharers.padded(
                    new ArrayList<>(all.subList(from, Math.min(from + PER_STATEMENT, all.size()))), 8);
            var query =
                    "select term, occurrences from learner_match_term where term in (" + Sql.places(some.size()) + ")";
            sql.rows(query, row -> counts.put(row.longNumber("term"), row.longNumber("occurrences")), some);
        }
        return new Frequencies(counts);
    }

    static Known readLinked(Sql.Row row) throws SQLException {
        var one = read(row);
        var master = row.textIfAny("master");
        return master == null ? one : new Known(one.uln(), one.person(), new Uln(master), one.sensitive());
    }

    static Known read(Sql.Row row) throws SQLException {
        var uln = new Uln(row.text("uln"));
        var person = new Person(
                row.text("given_name"),
                row.text("family_name"),
                MatchKeyTable.given(row.textIfAny("preferred_given_name")),
                MatchKeyTable.given(row.textIfAny("previous_family_name"), row.textIfAny("family_name_at_16")),
                MatchKeyTable.known(row.date("date_of_birth")),
                Gender.ofCode(row.number("gender_code")).orElseThrow(),
                row.text("postcode"),
                MatchKeyTable.text(row.textIfAny("place_of_birth")),
                MatchKeyTable.text(row.textIfAny("school_at_16")),
                MatchKeyTable.text(row.textIfAny("email")),
                MatchKeyTable.numbers(
                        row.textIfAny("upn"),
                        row.textIfAny("uci"),
                        row.textIfAny("husid"),
                        row.textIfAny("ucas_id"),
                        row.textIfAny("scottish_candidate_number")));
        var sensitive = row.flag("is_sensitive");
        return new Known(uln, sensitive ? MatchKeyTable.withoutPlaces(person) : person, uln, sensitive);
    }
}
