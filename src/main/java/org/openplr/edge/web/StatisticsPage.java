package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.openplr.statistics.Release;
import org.openplr.statistics.Statistics;
import org.openplr.statistics.Table;

/** What the service counts: which tables there are, or one of them with its picture. */
@Named
@RequestScoped
public class StatisticsPage {
    /** As wide as a bar may be, in the picture's own units. */
    private static final int WIDTH = 1_000;

    /** So many columns can be told apart in a picture; of more, only the totals are drawn. */
    private static final int DRAWN = 7;

    /** A row as it is shown; a figure is empty where it is not told. */
    public record Row(String name, List<String> figures, String total, List<Piece> pieces) {}

    /** A piece of a row's bar. */
    public record Piece(int x, int width, int colour) {}

    @Inject
    private Statistics statistics;

    @Inject
    private Words words;

    @Inject
    private Answer answer;

    private String name = "";
    private @Nullable Table table;
    private @Nullable Release release;

    /** Finds the table that is asked for, or says there is no such page. */
    public void load() throws IOException {
        release = statistics.latest().orElse(null);
        if (name.isEmpty()) return;
        table = Table.parse(name).orElse(null);
        if (table == null || release == null) answer.notFound();
    }

    /** The tables of what happens year by year. */
    public List<Table> getYearly() {
        return Arrays.stream(Table.values())
                .filter(one -> one.rowKind().equals("years"))
                .toList();
    }

    /** The tables of who goes on, by who they are and where they were. */
    public List<Table> getByPeople() {
        return Arrays.stream(Table.values())
                .filter(one -> !one.rowKind().equals("years"))
                .toList();
    }

    /** The table that is asked for; null for all. */
    public @Nullable Table getTable() {
        return release == null ? null : table;
    }

    public @Nullable Release getRelease() {
        return release;
    }

    /** What its columns are called. */
    public List<String> getColumns() {
        var asked = getTable();
        if (asked == null) return List.of();
        return asked.columns().stream().map(column -> columnName(asked, column)).toList();
    }

    private String columnName(Table asked, String column) {
        return switch (asked) {
            case REGIONS -> words.of("region." + column);
            case AREAS -> words.of(column.equals("none") ? "statistics.areas.none" : "area." + column);
            default -> words.of("statistics." + asked.text().replaceFirst("-by-.*", "") + "." + column);
        };
    }

    private String rowName(Table asked, String row) {
        return switch (asked.rowKind()) {
            case "regions" -> words.of("region." + row);
            case "ages" -> words.of("statistics.age." + row);
            case "genders" -> words.of("gender." + row.toUpperCase(Locale.ROOT).replace('-', '_'));
            case "providers" -> words.of(row.equals("none") ? "statistics.no-provider" : "proposal.kind." + row);
            default -> row;
        };
    }

    /** The rows of which there is a figure to tell. */
    public List<Row> getRows() {
        var asked = getTable();
        var now = release;
        if (asked == null || now == null) return List.of();
        var most = now.rows(asked).stream()
                .mapToInt(row -> people(now, asked, row))
                .max()
                .orElse(0);
        return now.rows(asked).stream()
                .filter(row -> people(now, asked, row) > 0)
                .map(row -> row(now, asked, row, most))
                .toList();
    }

    /** Everybody of a row, or where that is not told those of whom it is. */
    private static int people(Release now, Table asked, String row) {
        return now.total(asked, row)
                .orElseGet(() -> asked.columns().stream()
                        .mapToInt(column -> now.figure(asked, row, column).orElse(0))
                        .sum());
    }

    private Row row(Release now, Table asked, String row, int most) {
        var figures = asked.columns().stream()
                .map(column -> now.figure(asked, row, column))
                .toList();
        var total = now.total(asked, row);
        return new Row(
                rowName(asked, row),
                figures.stream().map(this::text).toList(),
                text(total),
                pieces(figures, people(now, asked, row), most));
    }

    /** The told columns one after the other in their colours, then what is not told, as one piece in none. */
    private List<Piece> pieces(List<OptionalInt> figures, int total, int most) {
        var pieces = new ArrayList<Piece>();
        var x = 0;
        if (isDrawn())
            for (var i = 0; i < figures.size(); i++) {
                var width = width(figures.get(i).orElse(0), most);
                if (width > 0) pieces.add(new Piece(x, width, i + 1));
                x += width;
            }
        var left = width(total, most) - x;
        if (left > 0) pieces.add(new Piece(x, left, 0));
        return pieces;
    }

    private static int width(int people, int most) {
        return most == 0 ? 0 : (int) ((long) people * WIDTH / most);
    }

    /** Whether the picture tells the columns apart. */
    public boolean isDrawn() {
        return getColumns().size() <= DRAWN;
    }

    private String text(OptionalInt figure) {
        return figure.isPresent() ? words.number(figure.getAsInt()) : "";
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
