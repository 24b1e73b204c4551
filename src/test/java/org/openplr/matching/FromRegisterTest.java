package org.openplr.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openplr.party.Gender;

/** A register of made-up people, some of whom have two numbers: what is learnt of it is how it was made. */
class FromRegisterTest {
    private static final int PEOPLE = 4_000;
    private static final int TWICE = 1_000;
    private static final double WOMEN = 0.7;
    private static final double OTHER_FAMILY_NAME = 0.2;
    private static final double WRONG_GENDER = 0.1;
    private static final double MOVED = 0.4;
    private static final int AREAS = 10;

    private final Random random = new Random(26);
    private final List<String> givens = names(150);
    private final List<String> families = names(300);
    private final List<Person> register = new ArrayList<>();
    private final Map<Long, List<Integer>> keys = new HashMap<>();
    private final Map<Long, Long> counts = new HashMap<>();

    private List<String> names(int many) {
        var names = new ArrayList<String>();
        for (var i = 0; i < many; i++) {
            var name = new StringBuilder();
            for (var syllable = 0; syllable < 4; syllable++)
                name.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
            names.add(name.toString());
        }
        return names;
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private boolean happens(double rate) {
        return random.nextDouble() < rate;
    }

    private String postcode() {
        return "%sX%d %d%s%s"
                .formatted(
                        "BDEGHLNRSW".charAt(random.nextInt(AREAS)),
                        1 + random.nextInt(9),
                        random.nextInt(10),
                        "ABDEFGHJLN".charAt(random.nextInt(10)),
                        "PQRSTUWXYZ".charAt(random.nextInt(10)));
    }

    private void add(Person person) {
        for (var key : MatchKeys.of(person))
            keys.computeIfAbsent(key, _ -> new ArrayList<>()).add(register.size());
        register.add(person);
        var terms = new ArrayList<>(List.of(Frequencies.EVERYBODY));
        terms.addAll(Frequencies.ofGiven(person.givenName()));
        terms.addAll(Frequencies.ofFamily(person.familyName()));
        terms.addAll(Frequencies.ofPostcode(person.postcode()));
        terms.addAll(
                Frequencies.ofYear(Objects.requireNonNull(person.dateOfBirth()).getYear()));
        for (var term : terms) counts.merge(term, 1L, Long::sum);
    }

    private void fill() {
        for (var i = 0; i < PEOPLE; i++) {
            var gender = happens(WOMEN) ? Gender.FEMALE : Gender.MALE;
            var born = LocalDate.of(1985, 1, 1).plusDays(random.nextInt(7_300));
            add(Person.of(one(givens), one(families), born, gender, postcode()));
        }
        for (var person : List.copyOf(register.subList(0, TWICE))) {
            var other = person.gender() == Gender.FEMALE ? Gender.MALE : Gender.FEMALE;
            add(Person.of(
                    person.givenName(),
                    happens(OTHER_FAMILY_NAME) ? one(families) : person.familyName(),
                    person.dateOfBirth(),
                    happens(WRONG_GENDER) ? other : person.gender(),
                    happens(MOVED) ? postcode() : person.postcode()));
        }
    }

    private Set<Integer> sharing(int one) {
        var sharing = new LinkedHashSet<Integer>();
        for (var key : MatchKeys.of(register.get(one))) sharing.addAll(keys.getOrDefault(key, List.of()));
        sharing.remove(one);
        return sharing;
    }

    private void look(Weights weights, Consumer<List<Match>> told) {
        var matcher = new Matcher(weights);
        var frequencies = new Frequencies(counts);
        for (var i = 0; i < register.size(); i++) {
            var others = sharing(i).stream().map(register::get).toList();
            told.accept(matcher.weigh(register.get(i), others, frequencies));
        }
    }

    private Weights learnt() {
        fill();
        var chance = new ByChance(Weights.ours());
        var matcher = new Matcher(Weights.ours());
        var frequencies = new Frequencies(counts);
        for (var i = 0; i < register.size(); i++) {
            var own = i;
            var others = IntStream.range(0, 40)
                    .map(_ -> random.nextInt(register.size()))
                    .filter(other -> other != own)
                    .mapToObj(register::get)
                    .toList();
            chance.note(matcher.weigh(register.get(i), others, frequencies));
        }
        return new Weights(Estimating.fromRegister(Weights.ours(), chance, this::look));
    }

    @Test
    void whatAgreesOfThoseWithTwoNumbersAndWhatDoesByChanceIsLearntAndNothingElse() {
        var ours = Weights.ours();

        var learnt = learnt();

        assertThat(same(learnt, Field.FAMILY_NAME, Agreement.EXACT)).isCloseTo(1 - OTHER_FAMILY_NAME, within(0.04));
        assertThat(same(learnt, Field.GENDER, Agreement.DIFFERENT)).isCloseTo(WRONG_GENDER, within(0.03));
        assertThat(same(learnt, Field.POSTCODE, Agreement.EXACT)).isCloseTo(1 - MOVED, within(0.05));
        assertThat(same(learnt, Field.GIVEN_NAME, Agreement.EXACT)).isGreaterThan(0.96);
        var likely = WOMEN * WOMEN + (1 - WOMEN) * (1 - WOMEN);
        assertThat(learnt.level(Field.GENDER, Agreement.EXACT).other()).isCloseTo(likely, within(0.01));
        assertThat(learnt.level(Field.GENDER, Agreement.DIFFERENT).other()).isCloseTo(1 - likely, within(0.01));
        assertThat(learnt.level(Field.POSTCODE, Agreement.AREA).other()).isCloseTo(1.0 / AREAS, within(0.01));
        for (var agreement : List.of(Agreement.EXACT, Agreement.TYPO, Agreement.DIFFERENT))
            assertThat(learnt.level(Field.GIVEN_NAME, agreement).other())
                    .isEqualTo(ours.level(Field.GIVEN_NAME, agreement).other());
        assertThat(learnt.level(Field.EMAIL, Agreement.EXACT)).isEqualTo(ours.level(Field.EMAIL, Agreement.EXACT));
        for (var agreement : List.of(Agreement.EXACT, Agreement.DIFFERENT)) {
            var before = ours.level(Field.FAMILY_NAME, agreement);
            var after = learnt.level(Field.FAMILY_NAME, agreement);
            assertThat(List.of(after.twin(), after.household())).containsExactly(before.twin(), before.household());
        }
        assertThat(learnt.prior()).isEqualTo(ours.prior());
    }

    private static double same(Weights weights, Field field, Agreement agreement) {
        return weights.level(field, agreement).same();
    }
}
