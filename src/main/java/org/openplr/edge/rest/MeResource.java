package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.audit.LedgerEntry;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.recipient.KnownNames;

/** The learner who calls: their details, and what was done with it. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private final Caller caller;
    private final Learners learners;
    private final Ledger ledger;
    private final KnownNames known;

    @Inject
    public MeResource(Caller caller, Learners learners, Ledger ledger, KnownNames known) {
        this.caller = caller;
        this.learners = learners;
        this.ledger = ledger;
        this.known = known;
    }

    /** The details of the learner who calls. */
    @GET
    @Needs(Right.READ_DETAILS)
    public LearnerJson details() {
        return LearnerJson.of(learner());
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
        var names =
                known.of(page.entries().stream().map(LedgerEntry::organisation).toList());
        var items = page.entries().stream()
                .map(entry -> ActivityJson.of(entry, names))
                .toList();
        return new PageJson<>(items, page.next().orElse(null));
    }

    private Learner learner() {
        return learners.find(caller.learner().uln()).orElseThrow(Mistake::notFound);
    }
}
