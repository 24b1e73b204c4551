package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openplr.platform.Mistake.Fault;

/** Every limit of learner.xsd at its edge: as long as it may be, and one more. */
class LearnerRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static LearnerToRegister someone() {
        return Newcomers.called("Jac", "Prydderch", LocalDate.of(2008, 4, 17));
    }

    private static LearnerToRegister named(UnaryOperator<LearnerDetails.Names> change) {
        var one = someone();
        return new LearnerToRegister(
                change.apply(one.names()),
                one.dateOfBirth(),
                one.gender(),
                one.address(),
                one.background(),
                one.numbers(),
                one.email(),
                one.verification(),
                one.abilityToShare(),
                one.notes());
    }

    private static LearnerToRegister placed(
            UnaryOperator<LearnerDetails.Address> address, UnaryOperator<LearnerDetails.Background> background) {
        var one = someone();
        return new LearnerToRegister(
                one.names(),
                one.dateOfBirth(),
                one.gender(),
                address.apply(one.address()),
                background.apply(one.background()),
                one.numbers(),
                one.email(),
                one.verification(),
                one.abilityToShare(),
                one.notes());
    }

    private static LearnerToRegister told(
            LearnerDetails.Numbers numbers, String email, String otherVerification, String notes) {
        var one = someone();
        return new LearnerToRegister(
                one.names(),
                one.dateOfBirth(),
                one.gender(),
                one.address(),
                one.background(),
                numbers,
                email,
                new LearnerDetails.Verification(one.verification().type(), otherVerification),
                one.abilityToShare(),
                notes);
    }

    interface Text {
        LearnerToRegister with(String text);
    }

    private static Arguments limit(String field, int length, Text text) {
        return Arguments.of(field, length, text);
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                limit(
                        "Title",
                        35,
                        t -> named(n -> new LearnerDetails.Names(t, n.given(), null, null, n.family(), null, null))),
                limit(
                        "GivenName",
                        35,
                        t -> named(n -> new LearnerDetails.Names(null, t, null, null, n.family(), null, null))),
                limit(
                        "PreferredGivenName",
                        35,
                        t -> named(n -> new LearnerDetails.Names(null, n.given(), t, null, n.family(), null, null))),
                limit(
                        "MiddleOtherName",
                        35,
                        t -> named(n -> new LearnerDetails.Names(null, n.given(), null, t, n.family(), null, null))),
                limit(
                        "FamilyName",
                        35,
                        t -> named(n -> new LearnerDetails.Names(null, n.given(), null, null, t, null, null))),
                limit(
                        "PreviousFamilyName",
                        35,
                        t -> named(n -> new LearnerDetails.Names(null, n.given(), null, null, n.family(), t, null))),
                limit(
                        "FamilyNameAt16",
                        35,
                        t -> named(n -> new LearnerDetails.Names(null, n.given(), null, null, n.family(), null, t))),
                limit(
                        "LastKnownAddressLine1",
                        50,
                        t -> placed(a -> new LearnerDetails.Address(t, null, null, null, a.postcode(), null), b -> b)),
                limit(
                        "LastKnownAddressLine2",
                        50,
                        t -> placed(a -> new LearnerDetails.Address(null, t, null, null, a.postcode(), null), b -> b)),
                limit(
                        "LastKnownAddressTown",
                        50,
                        t -> placed(a -> new LearnerDetails.Address(null, null, t, null, a.postcode(), null), b -> b)),
                limit(
                        "LastKnownAddressCountyorCity",
                        50,
                        t -> placed(a -> new LearnerDetails.Address(null, null, null, t, a.postcode(), null), b -> b)),
                limit("PlaceOfBirth", 35, t -> placed(a -> a, b -> new LearnerDetails.Background(t, null, null, null))),
                limit(
                        "SchoolAtAge16",
                        254,
                        t -> placed(a -> a, b -> new LearnerDetails.Background(null, t, null, null))),
                limit("Nationality", 3, t -> placed(a -> a, b -> new LearnerDetails.Background(null, null, t, null))),
                limit(
                        "OtherVerificationDescription",
                        255,
                        t -> told(LearnerDetails.Numbers.NONE, "a@example.org", t, "")),
                limit("Notes", 4_000, t -> told(LearnerDetails.Numbers.NONE, "a@example.org", "", t)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("limits")
    void asLongAsItMayBeAndNotOneMore(String field, int length, Text text) {
        assertThat(LearnerRules.faults(text.with("x".repeat(length)), NOW)).isEmpty();
        assertThat(LearnerRules.faults(text.with("x".repeat(length + 1)), NOW))
                .containsExactly(Fault.at(field, "too-long", Integer.toString(length)));
    }

    @Test
    void anEmailHasAtMost254Characters() {
        var local = "x".repeat(254 - "@example.org".length());
        var longest = told(LearnerDetails.Numbers.NONE, local + "@example.org", "", "");

        assertThat(LearnerRules.faults(longest, NOW)).isEmpty();
        assertThat(LearnerRules.faults(told(LearnerDetails.Numbers.NONE, "x" + local + "@example.org", "", ""), NOW))
                .extracting(Fault::code)
                .containsExactly("too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@bc.uk",
                "A.B+c=!#$%'*/?^_`{|}~-@b2.museum",
                "a@x-1.ac.uk",
                "a@0123456789012345678901234567890123456789012345678901234567890ab.org"
            })
    void emailsOfTheSchemaAreTaken(String email) {
        assertThat(LearnerRules.faults(told(LearnerDetails.Numbers.NONE, email, "", ""), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@bc.u",
                "a@bc.example",
                "a@b.org",
                "a@bc",
                "a,b@bc.org",
                "a&b@bc.org",
                ".a@bc.org",
                "a.@bc.org",
                "a..b@bc.org",
                "a@-bc.org",
                "a@bc-.org",
                "a@bc.o1",
                "a@b_c.org",
                "é@bc.org",
                "a@bcſ.org",
                "a@0123456789012345678901234567890123456789012345678901234567890abc.org"
            })
    void otherEmailsAreNot(String email) {
        assertThat(LearnerRules.faults(told(LearnerDetails.Numbers.NONE, email, "", ""), NOW))
                .containsExactly(Fault.at("EmailAddress", "not-an-email"));
    }

    @Test
    void anEmailMuchTooLongIsOneFault() {
        assertThat(LearnerRules.faults(
                        told(LearnerDetails.Numbers.NONE, "a.".repeat(30_000) + "a@bc.org", "", ""), NOW))
                .containsExactly(Fault.at("EmailAddress", "too-long", "254"));
    }

    /** 1 January 1800 is how the register keeps that a date of birth is not known. */
    @ParameterizedTest
    @CsvSource({
        "1799-12-31, year",
        "1000-01-01, year",
        "1800-01-01, missing",
        "1800-01-02, ''",
        "2099-12-31, ''",
        "2100-01-01, year",
        "9998-12-31, year"
    })
    void aDateOfBirthIsOfTheYearsOfTheSchema(LocalDate born, String fault) {
        var one = Newcomers.called("Jac", "Prydderch", born);

        assertThat(LearnerRules.faults(one, Instant.parse("2120-01-01T12:00:00Z")))
                .extracting(Fault::code)
                .isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
    }

    @ParameterizedTest
    @CsvSource({
        "1799-12-31, year",
        "1800-01-01, ''",
        "2026-11-25, ''",
        "2026-11-26, in-the-future",
        "2099-12-31, in-the-future",
        "2100-01-01, year",
        "9998-12-31, year"
    })
    void anAddressIsNotedInTheYearsOfTheSchemaAndNotInTheFuture(LocalDate since, String fault) {
        var one = placed(
                a -> new LearnerDetails.Address(null, null, null, null, a.postcode(), since), background -> background);

        assertThat(LearnerRules.faults(one, NOW))
                .extracting(found -> found.pointer() + " " + found.code())
                .isEqualTo(fault.isEmpty() ? List.of() : List.of("DateOfAddressCapture " + fault));
    }

    /** In summer the day begins an hour earlier here. */
    @Test
    void todayIsTheDayInTheUk() {
        var one = placed(
                a -> new LearnerDetails.Address(null, null, null, null, a.postcode(), LocalDate.of(2026, 7, 2)),
                background -> background);

        assertThat(LearnerRules.faults(one, Instant.parse("2026-07-01T23:30:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ""})
    void namesAndPostcodeAreNeverBlank(String blank) {
        var nameless = named(n -> new LearnerDetails.Names(null, blank, null, null, blank, null, null));
        assertThat(LearnerRules.faults(nameless, NOW))
                .containsExactly(Fault.at("GivenName", "missing"), Fault.at("FamilyName", "missing"));
        assertThat(LearnerRules.faults(Newcomers.living(someone(), blank), NOW))
                .containsExactly(Fault.at("LastKnownPostCode", "missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CF10 3AT",
                "cf103at",
                "M1 1AA",
                "EC1A 1BB",
                "W1A 0AX",
                "BFPO 1",
                "BFPO1234",
                "GIR 0AA",
                "B33 8TH "
            })
    void postcodesOfTheSchemaAreTaken(String postcode) {
        assertThat(LearnerRules.faults(Newcomers.living(someone(), postcode), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CF10 3CT",
                "CF10 3AI",
                "CF10 3KT",
                "CF10 3AM",
                "CF10 3OT",
                "CF10 3AV",
                "CF10",
                "BFPO 12345",
                "ABC1 1AA",
                "12345"
            })
    void otherPostcodesAreNot(String postcode) {
        assertThat(LearnerRules.faults(Newcomers.living(someone(), postcode), NOW))
                .extracting(Fault::pointer)
                .contains("LastKnownPostCode");
    }

    @ParameterizedTest
    @CsvSource({"123456789, true", "12345678, false", "1234567890, false", "12345678A, false"})
    void aScottishCandidateNumberHasNineDigits(String number, boolean taken) {
        var one = placed(a -> a, b -> new LearnerDetails.Background(null, null, null, number));

        assertThat(LearnerRules.faults(one, NOW).isEmpty()).isEqualTo(taken);
    }

    @Test
    void theOtherNumbersHaveTheirForms() {
        var right = new LearnerDetails.Numbers("A12345678901B", "12345A123456Z", "1234567890123", "1234567890");
        var wrong = new LearnerDetails.Numbers("1234567890123", "123450123456", "123456789012", "123456789");

        assertThat(LearnerRules.faults(told(right, "a@example.org", "", ""), NOW))
                .isEmpty();
        assertThat(LearnerRules.faults(told(wrong, "a@example.org", "", ""), NOW))
                .extracting(Fault::code)
                .containsExactly("not-a-upn", "not-a-uci", "not-a-husid", "not-a-ucas-id");
    }

    @ParameterizedTest
    @CsvSource({"2013-11-25, true", "2013-11-26, false", "1915-11-26, true", "1915-11-25, false", "2027-01-01, false"})
    void newcomersAreThirteenToAHundredAndTen(LocalDate born, boolean taken) {
        var one = Newcomers.called("Jac", "Prydderch", born);

        assertThat(LearnerRules.registeringFaults(one, NOW).isEmpty()).isEqualTo(taken);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var one = Newcomers.living(named(n -> new LearnerDetails.Names(null, "", null, null, "", null, null)), "?");

        assertThat(LearnerRules.faults(one, NOW)).hasSize(3);
        assertThat(List.of(someone()))
                .allSatisfy(fine -> assertThat(LearnerRules.faults(fine, NOW)).isEmpty());
    }
}
