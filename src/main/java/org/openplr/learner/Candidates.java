package org.openplr.learner;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.matching.Agreement;
import org.openplr.matching.FieldAgreement;
import org.openplr.matching.Frequencies;
import org.openplr.matching.Match;
import org.openplr.matching.MatchKeys;
import org.openplr.matching.Matcher;
import org.openplr.matching.Person;
import org.openplr.matching.Weights;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Looks for somebody by match keys and weighs who is found: three statements, whatever the register's size. It asks nobody's
 * right and writes nothing down: {@link Finding} does, and is what others call; the evaluation measures this.
 */
@Service
public class Candidates {
    /** People shown as possible. */
    public static final int SHOWN = 10;

    private final Sql sql;
    private final KnownPeople people;
    private final KeySharers sharers;
    private final Weights weights;
    private final Matcher matcher;

    @Inject
    Candidates(Sql sql) {
        this(sql, Weights.ours());
    }

    private Candidates(Sql sql, Weights weights) {
        this.sql = sql;
        this.people = new KnownPeople(sql);
        this.sharers = new KeySharers(sql);
        this.weights = weights;
        this.matcher = new Matcher(weights);
    }

    /** The same with another table of weights. */
    public Candidates weighing(Weights others) {
        return new Candidates(sql, others);
    }

    /** Somebody of the register, as the matching sees them; {@code master} is the number that counts. */
    record Known(Uln uln, Person person, Uln master, boolean sensitive) {}

    /**
     * Somebody who may be meant.
     *
     * @param uln the number that counts
     * @param asKnownBy the number whose details agree: the same, or one that was superseded
     * @param sensitive whether more than the name and the number is withheld: date of birth and gender too
     */
    public record Candidate(
            Uln uln,
            Uln asKnownBy,
            String givenName,
            String familyName,
            @Nullable LocalDate dateOfBirth,
            Gender gender,
            double probability,
            List<FieldAgreement> agreements,
            boolean sensitive) {
        public Candidate {
            agreements = List.copyOf(agreements);
        }

        /** Whether nothing that is compared of them differs. */
        private boolean agrees() {
            return agreements.stream()
                    .map(FieldAgreement::agreement)
                    .allMatch(one -> one == Agreement.EXACT || one == Agreement.NOT_COMPARED);
        }

        /** The number only, and masked. */
        @Override
        public String toString() {
            return "Candidate[" + uln + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** Everything agrees, with one only. */
        record Exact(Candidate one) implements Outcome {}

        /** The best first. */
        record Possible(List<Candidate> some) implements Outcome {
            public Possible {
                some = List.copyOf(some);
            }
        }

        /** More than may be shown. */
        record TooMany() implements Outcome {}

        record None() implements Outcome {}
    }

    /**
     * What a search came to.
     *
     * @param weighed the numbers that shared a key, each once
     * @param probable whether the first of the possible is rather meant than not
     */
    public record Search(Outcome outcome, boolean probable, List<Uln> weighed) {
        public Search {
            weighed = List.copyOf(weighed);
        }
    }

    /** Looks for somebody. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Search search(Person wanted) {
        var known = sharing(wanted);
        var matches = weigh(wanted, known);
        var outcome = outcome(matches, known);
        var probable = !matches.isEmpty() && matches.getFirst().probability() >= weights.probable();
        return new Search(outcome, probable, known.stream().map(Known::uln).toList());
    }

    /** Looks for many at once, in their order: some statements for hundreds of people. */
    @Transactional(Transactional.TxType.SUPPORTS)
    List<Outcome> searchAll(List<Person> wanted) {
        var keys = wanted.stream().map(MatchKeys::of).toList();
        var selected = sharers.ofEach(keys);
        var known = fetchAll(selected);
        var terms = new HashSet<Long>(List.of(Frequencies.EVERYBODY));
        for (var one : wanted) terms.addAll(Frequencies.sought(one));
        var frequencies = people.frequencies(terms);
        var outcomes = new ArrayList<Outcome>();
        for (var i = 0; i < wanted.size(); i++) {
            var some = selected.get(i).stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .toList();
            var people = some.stream().map(Known::person).toList();
            var matches = some.isEmpty() ? List.<Match>of() : matcher.weigh(wanted.get(i), people, frequencies);
            outcomes.add(outcome(matches, some));
        }
        return outcomes;
    }

    private Map<String, Known> fetchAll(List<List<String>> selected) {
        var known = new HashMap<String, Known>();
        for (var one :
                people.of(selected.stream().flatMap(List::stream).distinct().toList()))
            known.put(one.uln.digits(), one);
        return known;
    }

    /** Everybody who shares a key, weighed, for estimating. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Match> weighed(Person wanted) {
        return weigh(wanted, sharing(wanted));
    }

    List<Known> sharing(Person wanted) {
        return people.of(sharers.of(MatchKeys.of(wanted)));
    }

    List<Match> weigh(Person wanted, List<Known> known) {
        if (known.isEmpty()) return List.of();
        var candidates = known.stream().map(Known::person).toList();
        return matcher.weigh(wanted, candidates, people.frequencies(Frequencies.sought(wanted)));
    }

    /** Those who have these very numbers, as the matching sees them. */
    List<Known> known(Collection<Uln> numbers) {
        return people.of(numbers.stream().map(Uln::digits).distinct().toList());
    }

    /** What of two people agrees. */
    List<FieldAgreement> agreements(Person wanted, Person known) {
        return matcher.weigh(wanted, List.of(known), new Frequencies(Map.of()))
                .getFirst()
                .agreements();
    }

    /** How those who have this number or the one that took its place compare with somebody: the best of them. */
    Candidate compared(Person wanted, Uln number, Uln master) {
        var known =
                people.of(Stream.of(number, master).distinct().map(Uln::digits).toList());
        var match = matcher.weigh(wanted, known.stream().map(Known::person).toList(), new Frequencies(Map.of()))
                .getFirst();
        return candidate(
                match,
                new Known(number, known.get(match.candidate()).person, master, known.get(match.candidate()).sensitive));
    }

    /**
     * The protected learner who is meant, if one is: their places are compared with nothing, so that they are never exact. Where
     * all else agrees and they are rather meant than not, nobody gets a second number.
     */
    Optional<Candidate> meant(List<Candidate> some) {
        return some.stream()
                .findFirst()
                .filter(one -> one.sensitive && one.agrees() && one.probability >= weights.probable());
    }

    /** How many of the others, none of whom is in the register yet, somebody rather is than not. */
    int alike(Person wanted, List<Person> others) {
        if (others.isEmpty()) return 0;
        return (int) matcher.weigh(wanted, others, people.frequencies(Frequencies.sought(wanted))).stream()
                .filter(match -> match.alone() >= weights.probable())
                .count();
    }

    private Outcome outcome(List<Match> matches, List<Known> known) {
        var people = new ArrayList<Candidate>();
        for (var match : matches) {
            if (match.alone() < weights.possible()) continue;
            var one = candidate(match, known.get(match.candidate()));
            // Two numbers of one person are one: the details that agree better are shown.
            if (people.stream().noneMatch(other -> other.uln.equals(one.uln))) people.add(one);
        }
        if (people.isEmpty()) return new Outcome.None();
        if (people.size() > SHOWN) return new Outcome.TooMany();
        return isExact(matches, known) ? new Outcome.Exact(people.getFirst()) : new Outcome.Possible(people);
    }

    /** All numbers of the best candidate count for it, and everybody who agrees in all is the same person. */
    private boolean isExact(List<Match> matches, List<Known> known) {
        var best = known.get(matches.getFirst().candidate()).master();
        var probability = 0.0;
        for (var match : matches) {
            var same = known.get(match.candidate()).master().equals(best);
            if (same) probability += match.probability();
            else if (match.agreesInAll()) return false;
        }
        return matches.getFirst().agreesInAll() && probability >= weights.exact();
    }

    private static Candidate candidate(Match match, Known known) {
        var person = known.person;
        return new Candidate(
                known.master,
                known.uln,
                person.givenName(),
                person.familyName(),
                known.sensitive ? null : person.dateOfBirth(),
                known.sensitive ? Gender.UNKNOWN : person.gender(),
                match.probability(),
                match.agreements(),
                known.sensitive);
    }
}
