package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Begun;
import org.openplr.learner.RelationKind;
import org.openplr.learner.RelationSource;
import org.openplr.learner.Relationship;
import org.openplr.learner.Relationships;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** What learners have to do with the caller's organisation. */
@Path("learners/{uln}/relationships")
@Consumes("application/json")
@Produces("application/json")
public class RelationshipsResource {
    private final Caller caller;
    private final Relationships relationships;

    @Inject
    public RelationshipsResource(Caller caller, Relationships relationships) {
        this.caller = caller;
        this.relationships = relationships;
    }

    /** What a learner has to do with the caller's organisation. */
    public record RelationshipJson(
            String kind, LocalDate from, @Nullable LocalDate until, String source, String evidence) {
        static RelationshipJson of(Relationship one) {
            return new RelationshipJson(
                    one.kind().name(), one.from(), one.until(), one.source().name(), one.evidence());
        }
    }

    /** What a learner has to do with an organisation from a day on; the names as in a find. */
    public record ToBegin(
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String source,
            @Nullable String evidence) {
        @Override
        public String toString() {
            return "ToBegin[…]";
        }
    }

    /** Which relationship is over. */
    public record Ended(@Nullable String kind, @Nullable LocalDate from) {}

    /** Notes what a learner has to do with the caller's organisation. */
    @POST
    @Needs(Right.KEEP_RELATIONSHIPS)
    public Response begin(@PathParam("uln") String uln, ToBegin begun) {
        var user = caller.organisation();
        var number = LearnersResource.number(uln);
        var faults = new Faults();
        var given = faults.text("/givenName", begun.givenName, 35);
        var family = faults.text("/familyName", begun.familyName, 35);
        var kind = faults.oneOf("/kind", undashed(begun.kind), RelationKind.class);
        var source = faults.oneOf("/source", undashed(begun.source), RelationSource.class);
        var from = faults.required("/from", begun.from);
        var evidence = faults.text("/evidence", begun.evidence, 250);
        faults.throwIfAny();
        var asked = new Relationship(
                number,
                user.organisation(),
                kind.orElseThrow(),
                from.orElseThrow(),
                begun.until,
                source.orElseThrow(),
                evidence.orElseThrow());
        return switch (LearnerBody.pointing(
                () -> relationships.begin(user, asked, given.orElseThrow(), family.orElseThrow()))) {
            case Begun.Done() -> Response.noContent().build();
            case Begun.Nobody() -> throw Mistake.notFound();
            case Begun.OverQuota(var seconds) -> throw Mistake.tooMany(seconds);
        };
    }

    /** Says that a relationship is over. */
    @POST
    @Path("end")
    @Needs(Right.KEEP_RELATIONSHIPS)
    public void end(@PathParam("uln") String uln, Ended ended) {
        var user = caller.organisation();
        var number = LearnersResource.number(uln);
        var faults = new Faults();
        var kind = faults.oneOf("/kind", undashed(ended.kind), RelationKind.class);
        var from = faults.required("/from", ended.from);
        faults.throwIfAny();
        if (!relationships.end(user, number, kind.orElseThrow(), from.orElseThrow())) throw Mistake.notFound();
    }

    private static @Nullable String undashed(@Nullable String text) {
        return text == null ? null : text.replace("_", "");
    }
}
