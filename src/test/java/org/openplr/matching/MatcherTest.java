package org.openplr.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.matching.MatchingFixtures.meet;
import static org.openplr.matching.MatchingFixtures.person;
import static org.openplr.matching.MatchingFixtures.weigh;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.party.Gender;

class MatcherTest {
    private static final double PROBABLE = Weights.ours().probable();
    private static final double EXACT = Weights.ours().exact();
    private static final Person EMILY = person("Emily", "Hartley", "2001-03-11", Gender.FEMALE, "LS6 2AB");

    /** The two share a key, and the one is rather the other than not, in a register of a million. */
    private static void isFound(Person wanted, Person known) {
        assertThat(meet(wanted, known)).as("a key in common").isTrue();
        assertThat(weigh(wanted, known).getFirst().probability()).isGreaterThan(0.5);
    }

    private static Person emily(String given, String family, String born, String postcode) {
        return person(given, family, born, Gender.FEMALE, postcode);
    }

    @Nested
    class PeopleItMustFind {
        @Test
        void whoeverIsSpeltRight() {
            var match = weigh(EMILY, EMILY).getFirst();

            assertThat(match.agreesInAll()).isTrue();
            assertThat(match.probability()).isGreaterThan(EXACT);
        }

        @Test
        void withNamesSwapped() {
            isFound(emily("Hartley", "Emily", "2001-03-11", "LS6 2AB"), EMILY);
        }

        @Test
        void withDayAndMonthSwapped() {
            isFound(emily("Emily", "Hartley", "2001-11-03", "LS6 2AB"), EMILY);
            isFound(emily("Emily", "Hartley", "2001-11-03", "M1 4BT"), EMILY);
        }

        @ParameterizedTest
        @CsvSource({
            "Emliy, Hartley",
            "Emiy, Hartley",
            "Emilly, Hartley",
            "Emily, Hrtley",
            "Emily, Hsrtley",
            "Emily, Hartlye"
        })
        void withOneTypoInAName(String given, String family) {
            isFound(emily(given, family, "2001-03-11", "LS6 2AB"), EMILY);
            isFound(emily(given, family, "2001-03-11", ""), EMILY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2001-03-12", "2001-08-11", "2010-03-11", "2001-03-21", "2007-03-11"})
        void withOneDigitOfTheDateWrongOrTransposed(String born) {
            isFound(emily("Emily", "Hartley", born, "LS6 2AB"), EMILY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"LS6 2AV", "LS62 AB", "SL6 2AB", "LS6 22AB", "LS6 2A"})
        void withOneTypoInThePostcode(String postcode) {
            isFound(emily("Emily", "Hartley", "2001-03-11", postcode), EMILY);
        }

        @Test
        void marriedWithThePreviousNameKnownToEither() {
            isFound(emily("Emily", "Okafor", "2001-03-11", "M1 4BT").before("Hartley"), EMILY);
            isFound(EMILY, emily("Emily", "Okafor", "2001-03-11", "M1 4BT").before("Hartley"));
        }

        @Test
        void marriedAndTheSameButOfAnotherFormerNameOnlyPerhaps() {
            var jones = EMILY.before("Jones");

            assertThat(weigh(EMILY.before("Okafor"), jones).getFirst().agreesInAll())
                    .isFalse();
            assertThat(weigh(EMILY.before("Jones"), jones).getFirst().agreesInAll())
                    .isTrue();
            assertThat(weigh(EMILY.before("Okafor"), EMILY).getFirst().agreesInAll())
                    .as("the register has none to compare with")
                    .isTrue();
        }

        @Test
        void withADoubleNameWholeHalfOrWithoutItsHyphen() {
            var known = emily("Emily", "Hartley-Jones", "2001-03-11", "LS6 2AB");

            for (var family : List.of("Hartley Jones", "HartleyJones", "Hartley", "Jones"))
                isFound(emily("Emily", family, "2001-03-11", "LS6 2AB"), known);
        }

        @ParameterizedTest
        @CsvSource({"McDonald, MacDonald", "Mc Donald, McDonald", "O'Neill, ONeill", "O Neill, O’Neill"})
        void asMcOrMacAndWithOrWithoutApostrophe(String wanted, String known) {
            var match = weigh(
                            emily("Emily", wanted, "2001-03-11", "LS6 2AB"),
                            emily("Emily", known, "2001-03-11", "LS6 2AB"))
                    .getFirst();

            assertThat(match.agreesInAll()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "Bob, Robert",
            "Liz, Elizabeth",
            "Mohammed, Muhammad",
            "Kate, Catherine",
            "Dai, Dafydd",
            "Bill, William"
        })
        void byANickname(String wanted, String known) {
            isFound(
                    person(wanted, "Hartley", "1990-05-06", Gender.UNKNOWN, "M1 4BT"),
                    person(known, "Hartley", "1990-05-06", Gender.UNKNOWN, "LS6 2AB"));
        }

        @Test
        void whoMovedHouse() {
            isFound(emily("Emily", "Hartley", "2001-03-11", "PL4 8AA"), EMILY);
        }

        @ParameterizedTest
        @ValueSource(ints = {13, 16, 65, 110})
        void from13To110(int age) {
            var born = LocalDate.of(2026, 11, 25).minusYears(age).toString();

            isFound(emily("Emily", "Hartley", born, "LS6 2AB"), emily("Emily", "Hartley", born, "LS6 2AB"));
        }

        @ParameterizedTest
        @CsvSource({
            "Sian, Prys, Siân, Prys",
            "Rhys, ap Gwilym, Rhys, Ap-Gwilym",
            "Gwenllian, Llyr, Gwenllian, Llŷr",
            "Lukasz, Wisniewski, Łukasz, Wiśniewski",
            "Wisniewska, Malgorzata, Małgorzata, Wiśniewska",
            "Fatima, Begum, Fatima Begum, Begum",
            "Mohd, Khan, Mohammed, Khan",
            "Singh, Harpreet, Harpreet, Singh",
            "Li, Xiaoming, Xiao-Ming, Li",
            "Xiao Ming, Li, Xiaoming, Li",
            "Wong, Ka Ho, Ka-Ho, Wong"
        })
        void inWelshPolishSouthAsianAndChineseWays(String given, String family, String knownGiven, String knownFamily) {
            isFound(
                    person(given, family, "1998-07-19", Gender.UNKNOWN, "LS6 2AB"),
                    person(knownGiven, knownFamily, "1998-07-19", Gender.UNKNOWN, "LS6 2AB"));
        }

        @Test
        void whoseGenderIsNotKnown() {
            var wanted = person("Emily", "Hartley", "2001-03-11", Gender.NOT_DETERMINED, "LS6 2AB");

            assertThat(weigh(wanted, EMILY).getFirst().agreesInAll()).isTrue();
        }
    }

    @Nested
    class PeopleItMustNotTakeForEachOther {
        private static final Person AMY = person("Amy", "Hartley", "2001-03-11", Gender.FEMALE, "LS6 2AB");

        @Test
        void twinsAreToldApart() {
            var matches = weigh(EMILY, AMY, EMILY);

            assertThat(matches.getFirst().candidate()).isEqualTo(1);
            assertThat(matches.getFirst().probability()).isGreaterThan(EXACT);
            assertThat(matches.getLast().probability()).isLessThan(0.01);
        }

        @Test
        void aTwinWhoIsNotRegisteredIsNotTheOneWhoIs() {
            var match = weigh(AMY, EMILY).getFirst();

            assertThat(match.agreesInAll()).isFalse();
            assertThat(match.probability()).isLessThan(PROBABLE);
        }

        @Test
        void twinsOfNamesThatAreAlikeAreNotCertain() {
            var jon = person("Jon", "Hartley", "2001-03-11", Gender.MALE, "LS6 2AB");
            var joe = person("Joe", "Hartley", "2001-03-11", Gender.MALE, "LS6 2AB");

            var typed = weigh(person("Jo", "Hartley", "2001-03-11", Gender.MALE, "LS6 2AB"), jon, joe);

            assertThat(typed.getFirst().probability()).isLessThan(EXACT);
        }

        @Test
        void fatherAndSonOfOneName() {
            var son = person("John", "Hartley", "2001-03-11", Gender.MALE, "LS6 2AB");
            var father = person("John", "Hartley", "1970-10-25", Gender.MALE, "LS6 2AB");

            assertThat(weigh(father, son).getFirst().probability()).isLessThan(PROBABLE);
            assertThat(weigh(father, son, father).getFirst().candidate()).isEqualTo(1);
        }

        @Test
        void nameAndDateOfBirthAloneNeverAgreeInAll() {
            var wanted = person("Emily", "Hartley", "2001-03-11", Gender.FEMALE, "");

            assertThat(weigh(wanted, EMILY).getFirst().agreesInAll()).isFalse();
        }

        @Test
        void twoOfTheSameShareTheProbability() {
            assertThat(weigh(EMILY, EMILY, EMILY).getFirst().probability()).isBetween(0.49, 0.51);
        }
    }

    @Test
    void everyAgreementThatCanComeHasItsRow() {
        var people = List.of(
                EMILY,
                person("E", "Hartly", "2001-11-03", Gender.MALE, "LS6 2AC"),
                person("Emilia", "Smith", "2001-03-25", Gender.FEMALE, "LS6 3XX"),
                person("", "", "1950-01-01", Gender.UNKNOWN, ""));

        for (var one : people)
            for (var other : people) assertThat(weigh(one, other)).hasSize(1);
    }

    @Test
    void aRareNameSaysMoreThanAFrequentOne() {
        var rare =
                weigh(EMILY, emily("Emily", "Hartley", "2001-03-11", "PL4 8AA")).getFirst();
        var unknown = MatchingFixtures.MATCHER
                .weigh(EMILY, List.of(emily("Emily", "Hartley", "2001-03-11", "PL4 8AA")), new Frequencies(Map.of()))
                .getFirst();

        assertThat(rare.alone()).isGreaterThan(unknown.alone());
    }
}
