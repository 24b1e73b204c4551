package org.openplr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openplr.statistics.Protection.Line;

class ProtectionTest {
    private static final Table TABLE = Table.AFTER_LEVEL_2;

    /** A table with totals; those of its columns are not published. */
    private static final class Sample {
        final Map<Cell, Integer> people = new HashMap<>();
        final Set<Cell> published = new LinkedHashSet<>();
        final List<Line> lines = new ArrayList<>();

        Sample(int[][] counts) {
            var rowTotals = new ArrayList<Cell>();
            for (var row = 0; row < counts.length; row++) rowTotals.add(row(row, counts[row]));
            var columnTotals = new ArrayList<Cell>();
            for (var column = 0; column < counts[0].length; column++) columnTotals.add(column(column, counts));
            lines.add(new Line(columnTotals, rowTotals));
        }

        private Cell row(int row, int[] counts) {
            var parts = new ArrayList<Cell>();
            for (var column = 0; column < counts.length; column++) {
                parts.add(cell(row, column));
                people.put(cell(row, column), counts[column]);
            }
            return total(parts, Cell.ofRow(TABLE, "" + row), true);
        }

        private Cell column(int column, int[][] counts) {
            var parts = new ArrayList<Cell>();
            for (var row = 0; row < counts.length; row++) parts.add(cell(row, column));
            return total(parts, Cell.ofColumn(TABLE, "" + column), false);
        }

        private Cell total(List<Cell> parts, Cell whole, boolean told) {
            people.put(whole, parts.stream().mapToInt(people::get).sum());
            lines.add(new Line(parts, List.of(whole)));
            if (told) {
                published.addAll(parts);
                published.add(whole);
            }
            return whole;
        }

        Set<Cell> leftOut() {
            return new Protection(people, published, lines).leftOut();
        }

        /**
         * What can be worked out, found in another way: each cell stands in two lines; as an edge between them, it follows from the
         * others exactly where it is a bridge of the graph of the unknown ones.
         */
        Set<Cell> bridges(Set<Cell> leftOut) {
            var unknown = people.keySet().stream()
                    .filter(cell -> leftOut.contains(cell) || !published.contains(cell))
                    .toList();
            var known = nobody(leftOut);
            var still = unknown.stream().filter(cell -> !known.contains(cell)).toList();
            var bridges = new HashSet<Cell>();
            for (var cell : still) if (isFew(cell) && isBridge(cell, still)) bridges.add(cell);
            bridges.retainAll(leftOut);
            return bridges;
        }

        private boolean isFew(Cell cell) {
            return people(cell) > 0 && people(cell) < Protection.FEWEST;
        }

        int people(Cell cell) {
            return Objects.requireNonNull(people.get(cell));
        }

        private Set<Cell> nobody(Set<Cell> leftOut) {
            var nobody = new HashSet<Cell>();
            for (var line : lines) {
                var hidden = line.cells().stream()
                        .filter(cell -> leftOut.contains(cell) || !published.contains(cell))
                        .toList();
                if (published.containsAll(line.cells()) && hidden.stream().allMatch(cell -> people(cell) == 0))
                    nobody.addAll(hidden);
            }
            return nobody;
        }

        private boolean isBridge(Cell cell, List<Cell> unknown) {
            var ends = ends(cell);
            var reached = new HashSet<>(Set.of(ends.getFirst()));
            var grew = true;
            while (grew) {
                grew = false;
                for (var other : unknown) {
                    if (other.equals(cell)) continue;
                    var both = ends(other);
                    if (reached.contains(both.get(0)) != reached.contains(both.get(1))) grew |= reached.addAll(both);
                }
            }
            return !reached.contains(ends.getLast());
        }

        private List<Integer> ends(Cell cell) {
            var ends = new ArrayList<Integer>();
            for (var i = 0; i < lines.size(); i++) if (lines.get(i).cells().contains(cell)) ends.add(i);
            return ends;
        }
    }

    private static Cell cell(int row, int column) {
        return Cell.of(TABLE, "" + row, "" + column);
    }

    @Test
    void fewerThanTenAreNeverTold() {
        var sample = new Sample(new int[][] {{9, 50, 60}, {40, 50, 0}, {70, 80, 90}});

        assertThat(sample.leftOut()).contains(cell(0, 0), cell(1, 2)).doesNotContain(cell(2, 1));
    }

    @Test
    void oneThatIsLeftOutAloneWouldFollowFromTheTotalSoAnotherGoesWithIt() {
        var sample = new Sample(new int[][] {{9, 50, 60}, {40, 50, 70}, {70, 80, 90}});

        assertThat(sample.leftOut()).containsExactlyInAnyOrder(cell(0, 0), cell(0, 1));
    }

    @Test
    void thoseLeftOutOfALineAreNeverFewForCertain() {
        var sample = new Sample(new int[][] {{3, 4, 60}, {40, 50, 70}, {70, 80, 90}});

        assertThat(sample.leftOut()).contains(cell(0, 0), cell(0, 1), cell(0, 2));
    }

    @Test
    void whatFollowsFromTotalsOfAnotherTableIsLeftOutToo() {
        var sample = new Sample(new int[][] {{9, 50}, {40, 50}, {70, 80}});
        sample.published.add(Cell.ofColumn(TABLE, "0"));
        sample.published.add(Cell.ofColumn(TABLE, "1"));

        var leftOut = sample.leftOut();

        assertThat(leftOut).contains(cell(0, 0), cell(0, 1)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(sample.bridges(leftOut)).isEmpty();
    }

    @Test
    void thatThereIsNobodyMayFollow() {
        var sample = new Sample(new int[][] {{0, 0, 60}, {40, 50, 70}, {70, 80, 90}});

        assertThat(sample.leftOut()).containsExactlyInAnyOrder(cell(0, 0), cell(0, 1));
    }

    @Test
    void nothingThatIsLeftOutOfAThousandTablesCanBeWorkedOut() {
        var random = new Random(2611);
        var hidden = 0;
        for (var i = 0; i < 1_000; i++) {
            var sample = new Sample(counts(random));
            if (random.nextBoolean())
                for (var column = 0; column < 3; column++) sample.published.add(Cell.ofColumn(TABLE, "" + column));
            sample.published.retainAll(sample.people.keySet());
            var leftOut = sample.leftOut();
            hidden += leftOut.size();

            assertThat(sample.bridges(leftOut)).isEmpty();
            assertThat(sample.published)
                    .filteredOn(cell -> !leftOut.contains(cell))
                    .allMatch(cell -> sample.people(cell) >= Protection.FEWEST);
        }
        assertThat(hidden).isGreaterThan(3_000);
    }

    private static int[][] counts(Random random) {
        var counts = new int[2 + random.nextInt(5)][2 + random.nextInt(4)];
        for (var row : counts)
            for (var i = 0; i < row.length; i++) row[i] = random.nextInt(random.nextBoolean() ? 15 : 200);
        return counts;
    }

    @Test
    void equationsAreSolvedAsOnPaper() {
        var equations = new Equations(4);
        equations.add(Map.of(0, 1, 1, 1));
        equations.add(Map.of(1, 1, 2, 1));
        assertThat(equations.determined()).isEmpty();
        equations.add(Map.of(0, 1, 1, 2, 2, 1));
        assertThat(equations.determined()).isEmpty();
        equations.add(Map.of(0, 1, 2, 1));
        assertThat(equations.determined()).containsExactlyInAnyOrder(0, 1, 2);
        equations.add(Map.of(2, 1, 3, -1));
        assertThat(equations.determined()).containsExactlyInAnyOrder(0, 1, 2, 3);
    }
}
