package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.organisation.Organisations;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.record.KnownVersion;
import org.openplr.record.RecordAccess;
import org.openplr.record.Records;

/** The record of the learner who calls, as it is known, or was known at a moment; only of somebody verified at Level One. */
@Path("me/record")
@Produces(MediaType.APPLICATION_JSON)
public class MyRecordResource {
    private final Caller caller;
    private final Learners learners;
    private final Records records;
    private final Organisations organisations;

    @Inject
    public MyRecordResource(Caller caller, Learners learners, Records records, Organisations organisations) {
        this.caller = caller;
        this.learners = learners;
        this.records = records;
        this.organisations = organisations;
    }

    /**
     * A whole record.
     *
     * @param lines which events are one award or one whole
     * @param version SHA-256 of the content: the same exactly as long as no content changes
     */
    public record Whole(LearnerJson learner, List<EventJson> events, List<LineJson> lines, String version) {}

    /**
     * One version of an event.
     *
     * @param until when the next one was known; left out of the current one
     * @param by the organisation that recorded it; left out where it came in a file
     * @param why in the recorder's words: a reason, or the file; empty where it was only sent
     */
    public record VersionJson(
            int number,
            Instant from,
            @Nullable Instant until,
            EventJson event,
            boolean withdrawn,
            EventJson.@Nullable Body by,
            String why) {}

    /** Every version of one event, the first first. */
    public record HistoryJson(List<VersionJson> versions) {}

    /**
     * The learner's own record, newest first, with the marks of now.
     *
     * @param knownAt as it was known at this moment (ISO 8601, UTC); without it as it is known now
     */
    @GET
    @Needs(Right.READ_RECORD)
    public Whole record(@QueryParam("knownAt") @DefaultValue("") String knownAt) {
        var learner = learner();
        var record = knownAt.isEmpty() ? records.of(learner) : records.asKnownAt(learner, moment(knownAt));
        return new Whole(
                LearnerJson.of(learner),
                record.events().stream().map(EventJson::of).toList(),
                LineJson.of(record),
                record.version());
    }

    /** How one event came to be what it is; of somebody else's there is nothing. */
    @GET
    @Path("events/{id}/versions")
    @Needs(Right.READ_RECORD)
    public HistoryJson history(@PathParam("id") String id) {
        var versions = records.history(learner(), MySharesResource.id(id));
        if (versions.isEmpty()) throw Mistake.notFound();
        var names = organisations.names(versions.stream()
                .flatMap(version -> version.organisation().stream())
                .map(Ukprn::digits)
                .toList());
        return new HistoryJson(
                versions.stream().map(version -> json(version, names)).toList());
    }

    private static VersionJson json(KnownVersion version, Map<String, String> names) {
        var by = version.organisation()
                .map(Ukprn::digits)
                .map(ukprn -> new EventJson.Body(names.get(ukprn), ukprn))
                .orElse(null);
        return new VersionJson(
                version.number(),
                version.from(),
                version.until(),
                EventJson.of(version.event()),
                version.withdrawn(),
                by,
                version.why());
    }

    private static Instant moment(String text) {
        try {
            return StrictText.instant(text);
        } catch (DateTimeException unreadable) {
            throw Mistake.unprocessable(Mistake.Fault.at("knownAt", "unreadable"));
        }
    }

    private Learner learner() {
        var learner = learners.find(caller.learner().uln()).orElseThrow(Mistake::notFound);
        if (RecordAccess.LEARNER.of(learner) instanceof RecordAccess.Seen.Nothing(var why))
            throw Mistake.of(Mistake.Kind.FORBIDDEN, why.code());
        return learner;
    }
}
