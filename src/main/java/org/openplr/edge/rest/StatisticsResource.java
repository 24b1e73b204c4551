package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.statistics.Release;
import org.openplr.statistics.Statistics;
import org.openplr.statistics.Table;

/** Counts of people by year, level, subject area and region, open to all: no figure of fewer than ten, each rounded to five. */
@Path("statistics")
@Needs(Right.READ_STATISTICS)
public class StatisticsResource {
    private final Statistics statistics;

    @Inject
    public StatisticsResource(Statistics statistics) {
        this.statistics = statistics;
    }

    /** The release of now, and the names of its tables. */
    public record ReleaseJson(int release, Instant made, List<String> tables) {}

    /**
     * A table.
     *
     * @param columns everybody of a row stands in one of them
     */
    public record TableJson(String name, int release, Instant made, List<String> columns, List<RowJson> rows) {}

    /**
     * A row.
     *
     * @param people by column; a column is left out where the figure is not told
     * @param total left out where it is not told
     */
    public record RowJson(
            String row,
            Map<String, Integer> people,
            @Nullable Integer total) {}

    /** Which tables there are. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ReleaseJson release() {
        var release = latest();
        return new ReleaseJson(
                release.number(),
                release.made(),
                Arrays.stream(Table.values()).map(Table::text).toList());
    }

    /** One table. */
    @GET
    @Path("{table}")
    @Produces(MediaType.APPLICATION_JSON)
    public TableJson table(@PathParam("table") String name) {
        var table = found(name);
        var release = latest();
        return new TableJson(
                table.text(),
                release.number(),
                release.made(),
                table.columns(),
                release.rows(table).stream()
                        .map(row -> row(release, table, row))
                        .toList());
    }

    /** The same for a spreadsheet; an empty field is a figure that is not told. */
    @GET
    @Path("{table}/table.csv")
    @Produces("text/csv;charset=UTF-8")
    public String csv(@PathParam("table") String name) throws IOException {
        var table = found(name);
        var release = latest();
        var text = new StringWriter();
        try (var rows = new CSVPrinter(text, CSVFormat.RFC4180)) {
            rows.printRecord(Stream.of(Stream.of("row"), table.columns().stream(), Stream.of("total"))
                    .flatMap(cells -> cells));
            for (var row : release.rows(table)) {
                var figures = table.columns().stream().map(column -> text(release.figure(table, row, column)));
                rows.printRecord(Stream.of(Stream.of(row), figures, Stream.of(text(release.total(table, row))))
                        .flatMap(cells -> cells));
            }
        }
        return text.toString();
    }

    private static RowJson row(Release release, Table table, String row) {
        var people = new LinkedHashMap<String, Integer>();
        for (var column : table.columns())
            release.figure(table, row, column).ifPresent(figure -> people.put(column, figure));
        var total = release.total(table, row);
        return new RowJson(row, people, total.isPresent() ? total.getAsInt() : null);
    }

    private static String text(OptionalInt figure) {
        return figure.isPresent() ? Integer.toString(figure.getAsInt()) : "";
    }

    private Release latest() {
        return statistics.latest().orElseThrow(Mistake::notFound);
    }

    private static Table found(String name) {
        return Table.parse(name).orElseThrow(Mistake::notFound);
    }
}
