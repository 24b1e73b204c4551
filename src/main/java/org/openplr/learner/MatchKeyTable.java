package org.openplr.learner;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.matching.MatchKeys;
import org.openplr.matching.OtherNumber;
import org.openplr.matching.OtherNumber.Kind;
import org.openplr.matching.Person;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The keys of the learners, written with them in one transaction, so that whoever is registered is found at once. */
@Part
class MatchKeyTable {
    static final String INSERT = "insert into learner_match_key (match_key, uln) values (?, ?)";
    private static final String DELETE = "delete from learner_match_key where match_key = ? and uln = ?";

    private final Sql sql;

    @Inject
    MatchKeyTable(Sql sql) {
        this.sql = sql;
    }

    /** Takes away the keys that are none any more, and adds the new ones. */
    void note(List<LearnerVersions.Step> changes) {
        var gone = new ArrayList<List<Object>>();
        var fresh = new ArrayList<List<Object>>();
        for (var change : changes) {
            var known = change.before();
            var before = known == null ? Set.<Long>of() : keys(known.details());
            var after = keys(change.after());
            var uln = change.after().uln().digits();
            for (var key : before) if (!after.contains(key)) gone.add(List.of(key, uln));
            for (var key : after) if (!before.contains(key)) fresh.add(List.of(key, uln));
        }
        sql.batch(DELETE, gone);
        sql.batch(INSERT, fresh);
    }

    /** Takes away all keys of a learner who is found no more. */
    void forget(LearnerDetails details) {
        var uln = details.uln().digits();
        sql.batch(
                DELETE,
                keys(details).stream().map(key -> List.<Object>of(key, uln)).toList());
    }

    static Set<Long> keys(LearnerDetails details) {
        var person = person(details.said());
        return MatchKeys.of(details.sensitive() ? withoutPlaces(person) : person);
    }

    /**
     * What a search may go by of a sensitive learner: whoever tries one postcode after the other is told the same each time,
     * so that no search says where they live or went to school (a Unique Pupil Number names its local authority).
     */
    static Person withoutPlaces(Person person) {
        return new Person(
                person.givenName(),
                person.familyName(),
                person.otherGivenNames(),
                person.otherFamilyNames(),
                person.dateOfBirth(),
                person.gender(),
                "",
                "",
                "",
                "",
                List.of());
    }

    /** A learner as the matching sees them. */
    static Person person(LearnerToRegister details) {
        var names = details.names();
        return new Person(
                names.given(),
                names.family(),
                given(names.preferredGiven()),
                given(names.previousFamily(), names.familyAt16()),
                known(details.dateOfBirth()),
                details.gender(),
                details.address().postcode(),
                text(details.background().placeOfBirth()),
                text(details.background().schoolAt16()),
                text(details.email()),
                numbers(
                        details.numbers().upn(),
                        details.numbers().uci(),
                        details.numbers().husid(),
                        details.numbers().ucasPersonalId(),
                        details.background().scottishCandidateNumber()));
    }

    /** Them by the five mandatory demographics alone. */
    static Person mandatory(LearnerToRegister details) {
        var names = details.names();
        return Person.of(
                names.given(),
                names.family(),
                details.dateOfBirth(),
                details.gender(),
                details.address().postcode());
    }

    static List<OtherNumber> numbers(
            @Nullable String upn,
            @Nullable String uci,
            @Nullable String husid,
            @Nullable String ucas,
            @Nullable String scottishCandidate) {
        return Stream.of(
                        OtherNumber.of(Kind.UPN, upn),
                        OtherNumber.of(Kind.UCI, uci),
                        OtherNumber.of(Kind.HUSID, husid),
                        OtherNumber.of(Kind.UCAS, ucas),
                        OtherNumber.of(Kind.SCOTTISH_CANDIDATE, scottishCandidate))
                .flatMap(Optional::stream)
                .toList();
    }

    static List<String> given(@Nullable String... names) {
        return Stream.of(names).filter(Objects::nonNull).distinct().toList();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable LocalDate known(LocalDate born) {
        return born.equals(BulkLoading.NOT_KNOWN) ? null : born;
    }

    /** Pairs of key and number, those of all these numbers whose keys are already there left out. */
    List<Pair> missing(List<Pair> firsts) {
        var there = new HashSet<Pair>();
        for (var from = 0; from < firsts.size(); from += 500) {
            var some = firsts.subList(from, Math.min(from + 500, firsts.size()));
            var query =
                    "select match_key, uln from learner_match_key where match_key in (" + Sql.places(some.size()) + ")";
            there.addAll(sql.rows(
                    query,
                    row -> new Pair(row.longNumber("match_key"), row.text("uln")),
                    some.stream().map(Pair::key).toList()));
        }
        return firsts.stream().filter(pair -> !there.contains(pair)).toList();
    }

    /** A row of the table. */
    record Pair(long key, String uln) {}
}
