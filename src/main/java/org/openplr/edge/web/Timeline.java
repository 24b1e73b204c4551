package org.openplr.edge.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.record.EventKind;

/**
 * A record over time as a picture: years along, courses as bars in as few lanes as they need, awards as marks above.
 *
 * @param years where each calendar year begins
 * @param bars the courses
 * @param marks the awards
 * @param height of the whole picture; it is {@link #WIDTH} wide
 */
public record Timeline(List<Year> years, List<Bar> bars, List<Mark> marks, int height) {
    /** The width of every picture, in its own units. */
    public static final int WIDTH = 1000;

    private static final int TOP = 34;
    private static final int LANE = 20;
    private static final int STEP = 17;
    private static final int NEAR = 14;

    /** A year's line and number. */
    public record Year(int x, int number, boolean named) {}

    /** A course. */
    public record Bar(int x, int y, int width, RecordLine line) {}

    /** An award. */
    public record Mark(int x, int y, boolean unit, RecordLine line) {}

    /** The picture of these lines; nothing in it where none has a date. */
    public static Timeline of(List<RecordLine> lines) {
        var days = lines.stream()
                .flatMap(l -> Stream.of(l.getAwarded(), l.getStart(), l.getEnd()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (days.isEmpty()) return new Timeline(List.of(), List.of(), List.of(), 0);
        var scale = new Scale(days.getFirst().getYear(), days.getLast().getYear() + 1);
        var marks = marks(lines, scale);
        var below = marks.stream().mapToInt(Mark::y).max().orElse(TOP) + LANE;
        var bars = bars(lines, scale, below);
        var bottom = bars.stream().mapToInt(Bar::y).max().orElse(below) + LANE + 8;
        return new Timeline(scale.years(), bars, marks, bottom);
    }

    private static List<Mark> marks(List<RecordLine> lines, Scale scale) {
        var marks = new ArrayList<Mark>();
        for (var line : lines) {
            var awarded = line.getAwarded();
            if (awarded == null) continue;
            var x = scale.x(awarded);
            var y = TOP;
            while (taken(marks, x, y)) y += STEP;
            marks.add(new Mark(x, y, line.getKind() == EventKind.UNIT, line));
        }
        return marks;
    }

    private static boolean taken(List<Mark> marks, int x, int y) {
        return marks.stream().anyMatch(m -> m.y == y && Math.abs(m.x - x) < NEAR);
    }

    private static List<Bar> bars(List<RecordLine> lines, Scale scale, int top) {
        var bars = new ArrayList<Bar>();
        var ends = new ArrayList<Integer>();
        var courses = lines.stream().filter(l -> l.getStart() != null).toList().reversed();
        for (var line : courses) {
            var from = scale.x(Objects.requireNonNull(line.getStart()));
            var to = Math.max(from + 4, scale.x(end(line)));
            var lane = IntStream.range(0, ends.size())
                    .filter(i -> ends.get(i) + 2 < from)
                    .findFirst()
                    .orElse(ends.size());
            if (lane == ends.size()) ends.add(to);
            else ends.set(lane, to);
            bars.add(new Bar(from, top + lane * LANE, to - from, line));
        }
        return bars;
    }

    private static LocalDate end(RecordLine line) {
        return first(line.getEnd(), line.getAwarded(), line.getStart());
    }

    private static LocalDate first(@Nullable LocalDate... days) {
        for (var day : days) if (day != null) return day;
        throw new IllegalArgumentException("a course has begun");
    }

    private record Scale(int first, int beyond) {
        private static final int MARGIN = 20;
        private static final int NAMES = 16;

        int x(LocalDate day) {
            var start = LocalDate.of(first, 1, 1).toEpochDay();
            var end = LocalDate.of(beyond, 1, 1).toEpochDay();
            return (int) (MARGIN + (day.toEpochDay() - start) * (WIDTH - 2L * MARGIN) / (end - start));
        }

        List<Year> years() {
            var each = (beyond - first) / NAMES + 1;
            return IntStream.rangeClosed(first, beyond)
                    .mapToObj(y -> new Year(x(LocalDate.of(y, 1, 1)), y, (y - first) % each == 0))
                    .toList();
        }
    }
}
