package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.audit.LedgerEntry;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.organisation.Organisations;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.record.RecordAccess;
import org.openplr.record.Records;

/** The learner who calls: their details, their record, and what was done with it. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private final Caller caller;
    private final Learners learners;
    private final Records records;
    private final Ledger ledger;
    private final Organisations organisations;

    @Inject
    public MeResource(Caller caller, Learners learners, Records records, Ledger ledger, Organisations organisations) {
        this.caller = caller;
        this.learners = learners;
        this.records = records;
        this.ledger = ledger;
        this.organisations = organisations;
    }

    /**
     * A whole record.
     *
     * @param version SHA-256 of the content: the same exactly as long as no content changes
     */
    public record Whole(LearnerJson learner, List<EventJson> events, String version) {}

    /** Their details. */
    @GET
    @Needs(Right.READ_DETAILS)
    public LearnerJson details() {
        return LearnerJson.of(learner());
    }

    /** Their record, newest first; only for somebody whose identity was verified (Level One). */
    @GET
    @Path("record")
    @Needs(Right.READ_RECORD)
    public Whole record() {
        var learner = learner();
        if (RecordAccess.LEARNER.of(learner) instanceof RecordAccess.Seen.Nothing(var why))
            throw Mistake.of(Mistake.Kind.FORBIDDEN, why.code());
        var record = records.of(learner);
        return new Whole(
                LearnerJson.of(learner),
                record.events().stream().map(EventJson::of).toList(),
                record.version());
    }

    /** Every look, try and refusal, by whoever, newest first. */
    @GET
    @Path("activity")
    @Needs(Right.READ_ACTIVITY)
    public PageJson<ActivityJson> activity(
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        var asked = PageJson.limit(limit);
        var from = Optional.of(cursor).filter(c -> !c.isEmpty());
        var page = ledger.activity(learner().numbers(), from, asked);
        var names = organisations.names(
                page.entries().stream().map(LedgerEntry::organisation).toList());
        var items = page.entries().stream()
                .map(entry -> ActivityJson.of(entry, names))
                .toList();
        return new PageJson<>(items, page.next().orElse(null));
    }

    private Learner learner() {
        return learners.find(caller.learner().uln()).orElseThrow(Mistake::notFound);
    }
}
