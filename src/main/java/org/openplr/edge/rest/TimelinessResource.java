package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.PublishedTimeliness;
import org.openplr.challenge.PublishedTimeliness.Figures;
import org.openplr.organisation.Organisations;
import org.openplr.party.Right;

/** How well organisations answer data challenges, open to all: no figure of fewer than ten, each rounded to five. */
@Path("timeliness")
@Produces("application/json")
@Needs(Right.READ_STATISTICS)
public class TimelinessResource {
    private final PublishedTimeliness timeliness;
    private final Organisations organisations;

    @Inject
    public TimelinessResource(PublishedTimeliness timeliness, Organisations organisations) {
        this.timeliness = timeliness;
        this.organisations = organisations;
    }

    /**
     * The figures of the challenges that were received between two days, as things stood at the end of the second.
     *
     * @param figures of whoever received ten or more
     */
    @Schema(name = "Timeliness")
    public record TimelinessJson(LocalDate from, LocalDate to, List<FiguresJson> figures) {}

    /**
     * One who answers.
     *
     * @param ukprn absent for the service
     * @param answered absent where fewer than ten were
     * @param inTime of the answered ones, on the last day or before; absent where fewer than ten were
     */
    @Schema(name = "TimelinessFigures")
    public record FiguresJson(
            @Nullable String ukprn,
            @Nullable String name,
            int received,
            @Nullable Integer answered,
            @Nullable Integer inTime) {}

    /** What is published at the moment. */
    @GET
    public TimelinessJson now() {
        var published = timeliness.now();
        var names = organisations.names(published.figures().stream()
                .flatMap(one -> Stream.ofNullable(one.owner()))
                .map(owner -> owner.digits())
                .toList());
        return new TimelinessJson(
                published.from(),
                published.to(),
                published.figures().stream().map(one -> json(one, names)).toList());
    }

    private static FiguresJson json(Figures one, Map<String, String> names) {
        var owner = one.owner();
        return new FiguresJson(
                owner == null ? null : owner.digits(),
                owner == null ? null : names.get(owner.digits()),
                one.received(),
                any(one.answered()),
                any(one.inTime()));
    }

    private static @Nullable Integer any(OptionalInt figure) {
        return figure.isPresent() ? figure.getAsInt() : null;
    }
}
