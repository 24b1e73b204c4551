package org.openplr.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.challenge.Nation.ENGLAND;
import static org.openplr.challenge.Nation.NORTHERN_IRELAND;
import static org.openplr.challenge.Nation.WALES;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Until when what has to be done. */
class DeadlinesTest {
    private static Deadlines received(String moment, Nation nation) {
        return Deadlines.from(Instant.parse(moment), nation);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void inAnOrdinaryMonthTwentyWorkingDaysAreFourWeeks() {
        var due = received("2026-09-01T10:00:00Z", ENGLAND);

        assertThat(due.acknowledgeBy()).isEqualTo("2026-09-08");
        assertThat(due.answerBy()).isEqualTo("2026-09-29");
        assertThat(due.monthBy()).isEqualTo("2026-10-01");
    }

    /** Twenty working days over Christmas are longer than a month; the law's month is what counts. */
    @Test
    void overChristmasTheMonthOfTheLawEndsFirst() {
        var due = received("2026-12-18T09:00:00Z", ENGLAND);

        assertThat(due.acknowledgeBy()).isEqualTo("2026-12-29");
        assertThat(due.twentyBy()).isEqualTo("2027-01-20");
        assertThat(due.monthBy()).isEqualTo("2027-01-18");
        assertThat(due.answerBy()).isEqualTo("2027-01-18");
    }

    @Test
    void christmasThatFallsOnAWeekendHasItsSubstituteDays() {
        assertThat(WorkingDays.after(day("2027-12-24"), 1, WALES)).isEqualTo("2027-12-29");
        assertThat(WorkingDays.after(day("2026-12-24"), 1, ENGLAND)).isEqualTo("2026-12-29");
    }

    @Test
    void atEasterFourDaysAreNone() {
        assertThat(WorkingDays.after(day("2026-04-02"), 1, ENGLAND)).isEqualTo("2026-04-07");
        assertThat(received("2026-03-31T10:00:00Z", ENGLAND).acknowledgeBy()).isEqualTo("2026-04-09");
    }

    @Test
    void northernIrelandHasTwoMore() {
        assertThat(WorkingDays.after(day("2026-03-16"), 1, ENGLAND)).isEqualTo("2026-03-17");
        assertThat(WorkingDays.after(day("2026-03-16"), 1, NORTHERN_IRELAND)).isEqualTo("2026-03-18");
        assertThat(WorkingDays.after(day("2026-07-10"), 1, WALES)).isEqualTo("2026-07-13");
        assertThat(WorkingDays.after(day("2026-07-10"), 1, NORTHERN_IRELAND)).isEqualTo("2026-07-14");
    }

    /** Half past eleven in the evening of UTC is the next day in the UK's summer, and the same in its winter. */
    @Test
    void theDayIsTheUksOnBothSidesOfTheChangeOfTheClocks() {
        assertThat(received("2026-03-28T23:30:00Z", ENGLAND).received()).isEqualTo("2026-03-28");
        assertThat(received("2026-03-29T23:30:00Z", ENGLAND).received()).isEqualTo("2026-03-30");
        assertThat(received("2026-10-24T23:30:00Z", ENGLAND).received()).isEqualTo("2026-10-25");
        assertThat(received("2026-10-25T23:30:00Z", ENGLAND).received()).isEqualTo("2026-10-25");
    }

    @Test
    void aMonthThatHasNoSuchDayEndsWithItsLastAlsoInALeapYear() {
        assertThat(received("2028-01-31T10:00:00Z", ENGLAND).monthBy()).isEqualTo("2028-02-29");
        assertThat(received("2028-01-29T10:00:00Z", ENGLAND).monthBy()).isEqualTo("2028-02-29");
        assertThat(received("2028-02-29T10:00:00Z", ENGLAND).monthBy()).isEqualTo("2028-03-29");
        // 28 February 2027 is a Sunday.
        assertThat(received("2027-01-29T10:00:00Z", ENGLAND).monthBy()).isEqualTo("2027-03-01");
    }

    @Test
    void whileSomethingIsAskedForTheClockStandsStill() {
        var before = received("2026-09-01T10:00:00Z", ENGLAND);

        var after = before.stopped(day("2026-09-10")).running(day("2026-09-24"), ENGLAND);

        assertThat(before.stopped(day("2026-09-10")).stands()).isTrue();
        assertThat(after.stands()).isFalse();
        assertThat(after.twentyBy()).isEqualTo("2026-10-13");
        assertThat(after.monthBy()).isEqualTo("2026-10-15");
        assertThat(after.acknowledgeBy()).isEqualTo(before.acknowledgeBy());
        assertThat(before.stopped(day("2026-09-10")).running(day("2026-09-10"), ENGLAND))
                .isEqualTo(before);
    }

    @Test
    void anExtensionIsToldWithinTheMonthOnceAndIsOfTwoMonthsAtMost() {
        var due = received("2026-09-01T10:00:00Z", ENGLAND);

        assertThat(due.mayExtend(day("2026-12-01"), day("2026-10-01"))).isTrue();
        assertThat(due.mayExtend(day("2026-12-02"), day("2026-10-01"))).isFalse();
        assertThat(due.mayExtend(day("2026-12-01"), day("2026-10-02"))).isFalse();
        assertThat(due.mayExtend(day("2026-09-29"), day("2026-09-20"))).isFalse();
        var longer = due.extended(day("2026-11-02"));
        assertThat(longer.answerBy()).isEqualTo("2026-11-02");
        assertThat(longer.mayExtend(day("2026-11-20"), day("2026-09-30"))).isFalse();
    }

    @Test
    void whoeverGetsItNextHasFiveDaysToAcknowledgeAndNotOneMoreToAnswer() {
        var due = received("2026-09-01T10:00:00Z", ENGLAND);

        var passed = due.passedOn(day("2026-09-09"), NORTHERN_IRELAND);

        assertThat(passed.acknowledgeBy()).isEqualTo("2026-09-16");
        assertThat(passed.answerBy()).isEqualTo(due.answerBy());
    }

    @Test
    void anOrganisationCountsWhereItIsAndOfNowhereWeKnowAsInEngland() {
        assertThat(Nation.of("Northern Ireland")).isEqualTo(NORTHERN_IRELAND);
        assertThat(Nation.of("wales ")).isEqualTo(WALES);
        assertThat(Nation.of("Scotland")).isEqualTo(ENGLAND);
        assertThat(Nation.of("")).isEqualTo(ENGLAND);
    }

    @Test
    void theTableReachesYearsAhead() {
        for (var nation : Nation.values())
            for (var year = 2024; year <= 2032; year++)
                assertThat(WorkingDays.is(WorkingDays.onOrAfter(LocalDate.of(year, 1, 1), nation), nation)
                                && !WorkingDays.is(LocalDate.of(year, 1, 1), nation))
                        .as(nation + " " + year)
                        .isTrue();
    }
}
