package org.openplr.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.matching.MatchingFixtures.person;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openplr.party.Gender;

class MatchKeysTest {
    /** Changes together with {@link MatchKeys#SCHEME}, and never alone: a register has the keys of the scheme it was made by. */
    private static final String KEYS_OF_SCHEME_2 =
            "[126346368452500490:24, 5043100574286799664:11, -8126155062631424828:11]";

    @Test
    void aChangeOfTheKeysIsANewScheme() {
        var people = List.of(
                person("Siân", "O'Neill-Jones", "2001-03-11", Gender.FEMALE, "CF10 3AT")
                        .before("MacDonald"),
                person("Bob", "Wiśniewski", "1999-12-31", Gender.MALE, "SW1A 1AA"),
                Person.of("Xiao-Ming", "Li", LocalDate.parse("1970-01-02"), Gender.UNKNOWN, ""));

        var sum = people.stream()
                .map(one -> MatchKeys.of(one).stream().mapToLong(key -> key).sum() + ":"
                        + MatchKeys.of(one).size())
                .toList();

        assertThat(MatchKeys.SCHEME).isEqualTo(2);
        assertThat(sum.toString())
                .as("the keys changed: raise SCHEME, so that registers make theirs anew, and this")
                .isEqualTo(KEYS_OF_SCHEME_2);
    }

    @Test
    void everyRuleHasANameAndSaysWhatItFinds() {
        assertThat(MatchKeys.RULES)
                .extracting(MatchKeys.Rule::name)
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(MatchKeys.RULES).allSatisfy(rule -> assertThat(rule.finds()).isNotBlank());
    }

    @Test
    void whoSaysNothingHasNoKeys() {
        assertThat(MatchKeys.of(Person.of("", "", null, Gender.UNKNOWN, ""))).isEmpty();
    }
}
