package org.openplr.bench;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openplr.learner.Candidates;
import org.openplr.matching.Person;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.platform.Standalone;

/**
 * Whom the benchmark asks for: of a population some, spread over all of it and kept as it is loaded; of the most frequent
 * family names some each; and people who are in no register.
 */
final class Crowd {
    static final long SEED = 2_611;

    private static final int MOST = 100_000;
    private static final int FREQUENT = 20;

    /** Somebody of the register. */
    record Member(Uln uln, Someone one) {}

    private final int learners;
    private final int every;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, List<Member>> byFamily = new HashMap<>();
    private final Map<String, Integer> families = new HashMap<>();
    private final Households strangers;
    private final Random random = new Random(SEED + 7);
    private final Typing typing = new Typing(random);
    private int seen;

    private Crowd(NameBook book, int learners) {
        this.learners = learners;
        this.every = Math.max(1, learners / MOST);
        this.strangers = new Households(book, SEED + 9);
    }

    /** Loads a population and keeps whom to ask for. */
    static Crowd load(Standalone house, NameBook book, int learners) throws IOException {
        var crowd = new Crowd(book, learners);
        try (var population = new Population(house, SEED)) {
            new MakePopulation(book, SEED, learners)
                    .make(
                            one -> {
                                var uln = population.add(one);
                                crowd.see(new Member(uln, one));
                                return uln.digits();
                            },
                            Writer.nullWriter(),
                            0);
            population.finish();
        }
        return crowd;
    }

    private void see(Member one) {
        families.merge(one.one.familyName(), 1, Integer::sum);
        if (seen++ % every == 0) {
            members.add(one);
            byFamily.computeIfAbsent(one.one.familyName(), _ -> new ArrayList<>())
                    .add(one);
        }
    }

    int learners() {
        return learners;
    }

    /** The n-th of those who are asked for, round and round. */
    Member member(int n) {
        // Neighbours in the register are of one household: the next one is far away.
        return members.get((int) ((n * 7_919L) % members.size()));
    }

    /** Somebody whose family name is one of the twenty most frequent. */
    List<Member> frequent() {
        return families.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(FREQUENT)
                .flatMap(family -> byFamily.getOrDefault(family.getKey(), List.of()).stream()
                        .limit(500))
                .toList();
    }

    /** The same person with one slip: in a name, the date or the postcode. */
    Someone mistyped(Someone one) {
        return switch (random.nextInt(4)) {
            case 0 -> one.given(typing.slip(one.givenName()));
            case 1 -> one.family(typing.slip(one.familyName()));
            case 2 -> one.born(typing.slip(one.dateOfBirth()));
            default -> one.at(typing.slip(one.postcode()));
        };
    }

    /** People whom no register knows. */
    List<Someone> strangers(int count) {
        var some = new ArrayList<Someone>();
        while (some.size() < count) some.addAll(strangers.next());
        return some.subList(0, count);
    }

    /** How many candidates a search for these people weighs. */
    static Spread weighed(Standalone house, List<Someone> wanted) {
        var spread = new Spread();
        var candidates = house.service(Candidates.class);
        house.call(() -> {
            for (var one : wanted)
                spread.add(candidates.search(person(one)).weighed().size());
            return wanted.size();
        });
        return spread;
    }

    private static Person person(Someone one) {
        return Person.of(
                one.givenName(),
                one.familyName(),
                one.dateOfBirth(),
                Gender.ofCode(one.gender()).orElse(Gender.UNKNOWN),
                one.postcode());
    }
}
