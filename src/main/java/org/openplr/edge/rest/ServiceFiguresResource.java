package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Quality;
import org.openplr.challenge.Timeliness;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** What the service counts of data challenges: who answers how well, and where wrong data comes from. */
@Path("service/challenges")
@Consumes("application/json")
@Produces("application/json")
@Needs(Right.SETTLE_CHALLENGES)
public class ServiceFiguresResource {
    private final Caller caller;
    private final Timeliness timeliness;
    private final Quality quality;

    @Inject
    public ServiceFiguresResource(Caller caller, Timeliness timeliness, Quality quality) {
        this.caller = caller;
        this.timeliness = timeliness;
        this.quality = quality;
    }

    private Actor.Administrator administrator() {
        if (caller.signedIn() instanceof Actor.Administrator administrator) return administrator;
        throw Mistake.notFound();
    }

    /** How well each who answers does, those with most that is late first; counts only. */
    @GET
    @Path("figures")
    public PageJson<ChallengeFiguresJson> figures() {
        return new PageJson<>(
                timeliness.all(administrator()).stream()
                        .map(ChallengeFiguresJson::of)
                        .toList(),
                null);
    }

    /**
     * One source and one cause, of what was received within twelve months.
     *
     * @param owner the UKPRN of whoever answers; absent for the service
     * @param what a kind of challenge, or a field
     * @param upheld of the answered ones, wholly or partly
     */
    @Schema(name = "ChallengeCause")
    public record CauseJson(@Nullable String owner, String what, int received, int answered, int upheld) {
        static CauseJson of(Quality.Cause one) {
            var owner = one.owner();
            return new CauseJson(
                    owner == null ? null : owner.digits(), one.what(), one.received(), one.answered(), one.upheld());
        }
    }

    /** Where wrong data comes from, most that was wrong first. */
    @Schema(name = "ChallengeSources")
    public record SourcesJson(List<CauseJson> kinds, List<CauseJson> fields) {}

    /** By source: what was said to be wrong and how much of it was, by kind and by field; counts only. */
    @GET
    @Path("sources")
    public SourcesJson sources() {
        var sources = quality.sources(administrator());
        return new SourcesJson(
                sources.kinds().stream().map(CauseJson::of).toList(),
                sources.fields().stream().map(CauseJson::of).toList());
    }
}
