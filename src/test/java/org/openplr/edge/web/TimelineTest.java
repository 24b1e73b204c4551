package org.openplr.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openplr.party.Uln;
import org.openplr.record.LearningEvent;

class TimelineTest {
    private static final LearningEvent.Body NOBODY = new LearningEvent.Body(null, null);

    @Test
    void nothingDatedIsNothingDrawn() {
        assertThat(Timeline.of(List.of(line(null, null, null))).years()).isEmpty();
    }

    @Test
    void coursesAtTheSameTimeStandInLanesOfTheirOwn() {
        var first = line("2020-09-01", "2021-07-31", null);
        var meanwhile = line("2020-10-01", "2021-01-31", null);
        var later = line("2022-09-01", "2023-07-31", null);

        var bars = Timeline.of(List.of(later, meanwhile, first)).bars();

        assertThat(bars).extracting(Timeline.Bar::line).containsExactly(first, meanwhile, later);
        assertThat(bars.get(0).y()).isNotEqualTo(bars.get(1).y());
        assertThat(bars.get(2).y()).isEqualTo(bars.get(0).y());
    }

    @Test
    void awardsOfOneDayStandAboveEachOther() {
        var marks = Timeline.of(List.of(line(null, null, "2021-08-12"), line(null, null, "2021-08-12")))
                .marks();

        assertThat(marks.get(0).x()).isEqualTo(marks.get(1).x());
        assertThat(marks.get(0).y()).isNotEqualTo(marks.get(1).y());
    }

    @Test
    void everythingStandsWithinThePicture() {
        var picture = Timeline.of(List.of(line("2009-09-01", "2026-07-31", null), line(null, null, "2026-12-31")));

        assertThat(picture.bars()).allMatch(b -> b.x() >= 0 && b.x() + b.width() <= Timeline.WIDTH);
        assertThat(picture.marks()).allMatch(m -> m.x() <= Timeline.WIDTH && m.y() < picture.height());
        assertThat(picture.years()).first().matches(y -> y.number() == 2009 && y.named());
    }

    private static RecordLine line(@Nullable String start, @Nullable String end, @Nullable String awarded) {
        return new RecordLine(new LearningEvent(
                UUID.randomUUID(),
                new Uln("9276308686"),
                "ILR",
                "test",
                new LearningEvent.Subject("50079116", "Title", null, null),
                new LearningEvent.Award(day(awarded), null, null, null),
                new LearningEvent.Participation(day(start), day(end)),
                NOBODY,
                NOBODY,
                new LearningEvent.Return(null, null, null, null),
                false,
                LocalDate.EPOCH,
                LearningEvent.Further.NOTHING));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
