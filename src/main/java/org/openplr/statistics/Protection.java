package org.openplr.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which figures are left out. Those of fewer than {@value #FEWEST} people are (primary suppression), and as many others as
 * it takes that no such people follow from what is left, by whichever sums and differences of whichever tables (secondary
 * suppression): what hangs together is one system of linear equations, and it is solved. That there is nobody in a cell may follow:
 * it tells of nobody.
 *
 * <p>Method: a cell that is left out can be worked out exactly if its unit vector lies in the row space of the equations over the
 * unknown cells, which Gauss-Jordan elimination shows; our own choice of what to leave out besides: the smallest of a line.
 */
final class Protection {
    /** Figures of fewer people are left out: none at all is fewer, too. */
    static final int FEWEST = 10;

    /** Cells that add up: those of a row and its total. What is known of it, or follows, is nobody's secret by itself. */
    record Line(List<Cell> parts, List<Cell> wholes) {
        List<Cell> cells() {
            var all = new ArrayList<>(parts);
            all.addAll(wholes);
            return all;
        }
    }

    private final Map<Cell, Integer> people;
    private final Set<Cell> published;
    private final List<Line> lines;
    private final Set<Cell> leftOut = new HashSet<>();

    /**
     * @param people how many, in every cell of every line
     * @param published the cells whose figures are wanted; the others are never told
     */
    Protection(Map<Cell, Integer> people, Collection<Cell> published, List<Line> lines) {
        this.people = people;
        this.published = Set.copyOf(published);
        this.lines = lines;
    }

    /** The published cells whose figures are left out. */
    Set<Cell> leftOut() {
        published.stream().filter(cell -> count(cell) < FEWEST).forEach(leftOut::add);
        while (cover() || hideWhatFollows()) {
            // Each round leaves out one more at least.
        }
        return Set.copyOf(leftOut);
    }

    /** In each line, those left out have to be enough people together, or nobody: else they are few for certain. */
    private boolean cover() {
        var more = false;
        for (var line : lines) more |= leaveOutOneMore(line, isThin(line));
        return more;
    }

    private boolean isThin(Line line) {
        var together = leftOutOf(line);
        return together > 0 && together < FEWEST && isPublished(line);
    }

    private boolean isPublished(Line line) {
        return published.containsAll(line.cells());
    }

    private int leftOutOf(Line line) {
        return line.cells().stream()
                .filter(this::isHidden)
                .mapToInt(this::count)
                .sum();
    }

    /** For each cell that can be worked out, one more is left out: of its own lines, or else of the nearest that has one. */
    private boolean hideWhatFollows() {
        var followers = followers();
        for (var cell : followers) {
            var near = new LinkedHashSet<>(Set.of(cell));
            var line = nearest(near);
            while (line.isEmpty() && grew(near)) line = nearest(near);
            line.ifPresent(one -> leaveOutOneMore(one, true));
        }
        return !followers.isEmpty();
    }

    private Optional<Line> nearest(Set<Cell> near) {
        return lines.stream()
                .filter(line -> line.cells().stream().anyMatch(near::contains)
                        && smallest(line).isPresent())
                .findFirst();
    }

    private boolean grew(Set<Cell> near) {
        return near.addAll(lines.stream()
                .filter(line -> line.cells().stream().anyMatch(near::contains))
                .flatMap(line -> line.cells().stream().filter(this::isHidden))
                .toList());
    }

    private boolean leaveOutOneMore(Line line, boolean needed) {
        var next = needed ? smallest(line) : Optional.<Cell>empty();
        next.ifPresent(leftOut::add);
        return next.isPresent();
    }

    /** A part rather than a whole, the smallest first. */
    private Optional<Cell> smallest(Line line) {
        return line.cells().stream()
                .filter(cell -> published.contains(cell) && !leftOut.contains(cell))
                .min(Comparator.<Cell, Boolean>comparing(line.wholes::contains)
                        .thenComparingInt(this::count)
                        .thenComparing(Cell::key));
    }

    /** The cells of too few people that can be worked out exactly from what is told. */
    List<Cell> followers() {
        var unknown = new LinkedHashMap<Cell, Integer>();
        for (var line : lines)
            for (var cell : line.cells()) if (isHidden(cell)) unknown.putIfAbsent(cell, unknown.size());
        var equations = new Equations(unknown.size());
        for (var line : lines) equations.add(coefficients(line, unknown));
        for (var cell : nobody()) equations.add(Map.of(Objects.requireNonNull(unknown.get(cell)), 1));
        var cells = List.copyOf(unknown.keySet());
        return equations.determined().stream()
                .map(cells::get)
                .filter(cell -> leftOut.contains(cell) && count(cell) > 0 && count(cell) < FEWEST)
                .toList();
    }

    /** Where those left out of a line are nobody together, each is nobody. */
    private Set<Cell> nobody() {
        return lines.stream()
                .filter(line -> isPublished(line) && leftOutOf(line) == 0)
                .flatMap(line -> line.cells().stream().filter(this::isHidden))
                .collect(Collectors.toSet());
    }

    private Map<Integer, Integer> coefficients(Line line, Map<Cell, Integer> unknown) {
        return line.cells().stream()
                .filter(unknown::containsKey)
                .collect(Collectors.toMap(unknown::get, cell -> line.wholes.contains(cell) ? -1 : 1));
    }

    private boolean isHidden(Cell cell) {
        return leftOut.contains(cell) || !published.contains(cell);
    }

    private int count(Cell cell) {
        return people.getOrDefault(cell, 0);
    }
}
