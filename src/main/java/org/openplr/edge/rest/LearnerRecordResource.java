package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.openplr.learner.Learner;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.record.LawfulLook;
import org.openplr.record.LookPurpose;
import org.openplr.record.Looked;

/** The record of somebody who has to do with the caller's organisation, by the organisation's own lawful route. */
@Path("learners/{uln}/record")
@Produces("application/json")
public class LearnerRecordResource {
    private final Caller caller;
    private final LawfulLook looking;

    @Inject
    public LearnerRecordResource(Caller caller, LawfulLook looking) {
        this.caller = caller;
        this.looking = looking;
    }

    /** Who it is. */
    public record OneJson(String uln, String givenName, String familyName, LocalDate dateOfBirth) {
        private static OneJson of(Learner learner) {
            return new OneJson(
                    learner.uln().digits(), learner.givenName(), learner.familyName(), learner.dateOfBirth());
        }

        @Override
        public String toString() {
            return "OneJson[…]";
        }
    }

    /**
     * A record, without what its sources restrict.
     *
     * @param basis on what in law the look rests, which follows from its purpose
     */
    public record LookJson(
            OneJson learner,
            List<EventJson> events,
            List<LineJson> lines,
            String version,
            String purpose,
            String basis) {}

    /**
     * Looks at a learner's record. The learner sees that, and for what.
     *
     * @param purpose what for, as the code list {@code look-purpose} has it: {@code advice}, {@code admission} and others
     * @param basis on what in law; where it is given it has to be that of the purpose
     */
    @GET
    @Needs(Right.LOOK_AT_RECORDS)
    public LookJson look(
            @PathParam("uln") String uln,
            @QueryParam("purpose") @DefaultValue("") String purpose,
            @QueryParam("basis") @DefaultValue("") String basis) {
        var user = caller.organisation();
        var number = LearnersResource.number(uln);
        var chosen = LookPurpose.parse(purpose);
        var faults = new Faults();
        if (chosen.isEmpty()) faults.add("/purpose", purpose.isBlank() ? "missing" : "unknown-value");
        else if (!basis.isEmpty() && !basis.equals(chosen.get().basis().text())) faults.add("/basis", "unknown-value");
        faults.throwIfAny();
        return switch (looking.look(user, number, chosen.orElseThrow())) {
            case Looked.Shown(var learner, var record) ->
                new LookJson(
                        OneJson.of(learner),
                        record.events().stream().map(EventJson::of).toList(),
                        LineJson.of(record),
                        record.version(),
                        chosen.get().text(),
                        chosen.get().basis().text());
            case Looked.Stopped(var why) -> throw Mistake.of(Mistake.Kind.FORBIDDEN, why.code());
            case Looked.Nobody() -> throw Mistake.notFound();
            case Looked.OverQuota(var seconds) -> throw Mistake.tooMany(seconds);
        };
    }
}
