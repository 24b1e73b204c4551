package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.NumberChange;
import org.openplr.learner.NumberKeeping;
import org.openplr.party.Right;
import org.openplr.platform.WrittenDate;

/** Numbers that were linked, unlinked and deleted, for everybody who keeps numbers. */
@Path("learners/number-changes")
@Produces("application/json")
public class NumberChangesResource {
    private final Caller caller;
    private final NumberKeeping numbers;

    @Inject
    public NumberChangesResource(Caller caller, NumberKeeping numbers) {
        this.caller = caller;
        this.numbers = numbers;
    }

    /** A number that was linked, unlinked or deleted. */
    public record ChangeJson(
            String kind, Instant at, String uln, @Nullable String master) {}

    /**
     * Numbers that were linked, unlinked or deleted between two days, the newest first: numbers only, no names.
     *
     * @param kind {@code linked}, {@code unlinked} or {@code deleted}
     * @param to the last day, included
     */
    @GET
    @Needs(Right.READ_NUMBER_CHANGES)
    public PageJson<ChangeJson> changes(
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        var faults = new Faults();
        var which = NumberChange.Kind.parse(kind);
        if (which.isEmpty()) faults.add("/kind", "unknown-value");
        var first = day(faults, "/from", from);
        var last = day(faults, "/to", to);
        faults.throwIfAny();
        var page = numbers.changes(
                caller.signedIn(),
                new NumberKeeping.Wanted(which.orElseThrow(), first, last),
                Optional.of(cursor).filter(text -> !text.isEmpty()),
                PageJson.limit(limit));
        var items = page.changes().stream()
                .map(one -> {
                    var master = one.master();
                    return new ChangeJson(
                            one.kind().text(), one.at(), one.uln().digits(), master == null ? null : master.digits());
                })
                .toList();
        return new PageJson<>(items, page.next().orElse(null));
    }

    private static LocalDate day(Faults faults, String pointer, String text) {
        try {
            return WrittenDate.iso(text);
        } catch (DateTimeException none) {
            faults.add(pointer, text.isEmpty() ? "missing" : "unreadable");
            return LocalDate.EPOCH;
        }
    }
}
