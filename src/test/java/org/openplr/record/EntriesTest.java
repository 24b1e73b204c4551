package org.openplr.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openplr.party.Uln;

class EntriesTest {
    private static final LearningEvent.Body NOBODY = new LearningEvent.Body(null, null);

    private int number;

    @Test
    void anAwardThatTwoSourcesTellIsOneLineWithTheAwardingOrganisationsWordFirst() {
        var college = award("ILR", "60311642", "2018-07-31", "A");
        var board = award("AO", "603/1164/2", "2018-08-16", "A");

        var entries = Entries.of(List.of(board, college));

        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().event()).isEqualTo(board);
        assertThat(entries.getFirst().others()).containsExactly(college);
        assertThat(entries.getFirst().told()).containsExactly(board, college);
    }

    @Test
    void theLineStandsWhereItsFirstWordStandsWhicheverCameFirst() {
        var college = award("ILR", "60311642", "2018-08-31", "A");
        var other = award("AO", "50079116", "2018-08-20", "B");
        var board = award("AO", "60311642", "2018-08-16", "A");

        assertThat(Entries.of(List.of(college, other, board)))
                .extracting(Entry::event)
                .containsExactly(other, board);
    }

    @Test
    void whatTheyTellOtherwiseIsSaidAndWhoSaysNothingDoesNotDisagree() {
        var board = award("AO", "60311642", "2018-08-16", "A");
        var school = award("NPD", "60311642", "2018-08-16", "a ");
        var college = award("ILR", "60311642", "2018-07-31", "B");
        var silent = award("ILR", "60311642", "2018-08-16", null);

        assertThat(Entries.of(List.of(board, school)).getFirst().differing()).isEmpty();
        assertThat(Entries.of(List.of(board, silent)).getFirst().differing()).isEmpty();
        assertThat(Entries.of(List.of(board, school, college)).getFirst().differing())
                .containsExactlyInAnyOrder(Entry.Detail.GRADE, Entry.Detail.DATE);
    }

    @Test
    void anAwardTakenAgainIsTwoLinesAndEachHasItsOwnTwin() {
        var june = award("AO", "60311642", "2018-06-20", "C");
        var november = award("AO", "60311642", "2018-08-20", "A");
        var collegeOfJune = award("ILR", "60311642", "2018-06-30", "C");
        var collegeOfNovember = award("ILR", "60311642", "2018-08-31", "A");

        assertThat(Entries.of(List.of(collegeOfNovember, november, collegeOfJune, june)))
                .extracting(Entry::told)
                .containsExactly(List.of(november, collegeOfNovember), List.of(june, collegeOfJune));
    }

    @Test
    void nothingIsLostHoweverManySourcesTellIt() {
        var events = List.of(
                award("ILR", "60311642", "2018-07-31", "A"),
                award("NPD", "60311642", "2018-08-16", "A"),
                award("AO", "60311642", "2018-08-16", "A"),
                award("ELSEWHERE", "60311642", "2018-08-16", "A"),
                award("ANYWHERE", "60311642", "2018-08-16", "A"));

        assertThat(Entries.of(events)).hasSize(1);
        assertThat(Entries.of(events).getFirst().told())
                .extracting(LearningEvent::source)
                .containsExactly("AO", "NPD", "ILR", "ANYWHERE", "ELSEWHERE");
    }

    @Test
    void whatIsFarApartOrOfAnotherReferenceOrNoAwardIsNoTwin() {
        var board = award("AO", "60311642", "2018-08-16", "A");
        var later = award("ILR", "60311642", "2018-11-17", "A");
        var other = award("ILR", "50079116", "2018-08-16", "A");
        var undated = award("ILR", "60311642", null, "A");
        var nameless = award("ILR", null, "2018-08-16", "A");

        assertThat(Entries.of(List.of(board, later, other, undated, nameless))).hasSize(5);
    }

    @Test
    void aDiplomaIsAWholeWithItsParts() {
        var diploma = award("AO", "60311642", "2018-08-16", "Pass");
        var unit = part(award("AO", "K/501/5773", "2018-05-16", "Pass"), diploma.sourceReference());
        var inner = part(award("AO", "L/501/5774", "2018-04-16", "Pass"), unit.sourceReference());
        var elsewhere = part(award("NPD", "M/501/5775", "2018-04-16", "Pass"), diploma.sourceReference());

        var entries = Entries.of(List.of(diploma, unit, inner, elsewhere));

        assertThat(entries).extracting(Entry::event).containsExactly(diploma, elsewhere);
        var parts = entries.getFirst().parts();
        assertThat(parts).extracting(Entry::event).containsExactly(unit);
        assertThat(parts.getFirst().parts()).extracting(Entry::event).containsExactly(inner);
    }

    @Test
    void partsThatGoRoundInACircleStandForThemselves() {
        var one = award("AO", "60311642", "2018-08-16", "Pass");
        var other = part(award("AO", "K/501/5773", "2018-05-16", "Pass"), one.sourceReference());
        var round = part(one, other.sourceReference());
        var itself = award("AO", "50079116", "2018-03-16", "Pass");
        var alone = part(itself, itself.sourceReference());

        assertThat(Entries.of(List.of(round, other, alone)))
                .extracting(Entry::event)
                .containsExactly(round, other, alone);
    }

    @Test
    void aCourseWithoutItsAwardIsExpectedThreeToFourMonthsAfterItsEndAndMissingThen() {
        var course = course("60311642", "2018-09-03", "2019-06-30");
        var expected = Expected.of(course, List.of(course)).orElseThrow();

        assertThat(expected.from()).isEqualTo("2019-09-30");
        assertThat(expected.until()).isEqualTo("2019-10-30");
        assertThat(expected.on(LocalDate.parse("2019-06-29"))).isEqualTo(Expected.State.UNDER_WAY);
        assertThat(expected.on(LocalDate.parse("2019-06-30"))).isEqualTo(Expected.State.NOT_HERE_YET);
        assertThat(expected.on(LocalDate.parse("2019-10-30"))).isEqualTo(Expected.State.NOT_HERE_YET);
        assertThat(expected.on(LocalDate.parse("2019-10-31"))).isEqualTo(Expected.State.MISSING);
    }

    @Test
    void whatIsHereIsNotExpectedNorWhatHasNoEnd() {
        var course = course("60311642", "2018-09-03", "2019-06-30");
        var award = award("AO", "603/1164/2", "2019-08-15", "A");
        var before = award("AO", "603/1164/2", "2018-08-15", "A");

        assertThat(Expected.of(course, List.of(course, award))).isEmpty();
        assertThat(Expected.of(course, List.of(course, before))).isPresent();
        assertThat(Expected.of(course("60311642", "2018-09-03", null), List.of()))
                .isEmpty();
        assertThat(Expected.of(award, List.of())).isEmpty();
    }

    private LearningEvent course(String code, String start, @Nullable String end) {
        return event("ILR", code, null, "9999999999", new LearningEvent.Participation(day(start), day(end)));
    }

    private LearningEvent award(String source, @Nullable String code, @Nullable String day, @Nullable String grade) {
        return event(source, code, day, grade, new LearningEvent.Participation(null, null));
    }

    private LearningEvent event(
            String source,
            @Nullable String code,
            @Nullable String day,
            @Nullable String grade,
            LearningEvent.Participation participation) {
        return new LearningEvent(
                new UUID(0, ++number),
                new Uln("9276308686"),
                source,
                "test-" + number,
                new LearningEvent.Subject(code, "Title", null, null),
                new LearningEvent.Award(day(day), grade, null, null),
                participation,
                NOBODY,
                NOBODY,
                new LearningEvent.Return(null, null, "F", null),
                false,
                LocalDate.EPOCH,
                LearningEvent.Further.NOTHING);
    }

    private static LearningEvent part(LearningEvent event, String of) {
        return new LearningEvent(
                event.id(),
                event.uln(),
                event.source(),
                event.sourceReference(),
                event.subject(),
                event.award(),
                event.participation(),
                event.awardingOrganisation(),
                event.provider(),
                event.collected(),
                event.underDataChallenge(),
                event.loadedOn(),
                new LearningEvent.Further(null, null, null, null, false, of));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
