package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.qualification.Qan;
import org.openplr.qualification.QualificationSearch;
import org.openplr.qualification.Qualifications;

/** The register of qualifications, open to all. */
@Path("qualifications")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Right.SEARCH_QUALIFICATIONS)
public class QualificationsResource {
    private final Qualifications qualifications;
    private final Caller caller;

    @Inject
    public QualificationsResource(Qualifications qualifications, Caller caller) {
        this.qualifications = qualifications;
        this.caller = caller;
    }

    /** The qualification of this number, in any of its spellings. */
    @GET
    @Path("{qan: [0-9]+/[0-9]+/[0-9Xx]|[^/]+}")
    public QualificationJson one(@PathParam("qan") String qan) {
        return Qan.parse(qan)
                .flatMap(qualifications::find)
                .map(QualificationJson::of)
                .orElseThrow(Mistake::notFound);
    }

    /**
     * Qualifications by words, number, sector subject area and level, by title.
     *
     * @param keyword words of the title
     * @param qan a number in any spelling; the others are then not asked
     * @param ssa a sector subject area's code, or words of its name
     */
    @GET
    public PageJson<QualificationJson> some(
            @QueryParam("keyword") @DefaultValue("") String keyword,
            @QueryParam("qan") @Nullable String qan,
            @QueryParam("ssa") @DefaultValue("") String ssa,
            @QueryParam("level") @DefaultValue("") String level,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        if (qan != null && !qan.isBlank()) return new PageJson<>(ofNumber(qan), null);
        var wanted = new QualificationSearch(keyword, level, ssa);
        var page = qualifications.search(caller.client(), wanted, cursor, PageJson.limit(limit));
        return new PageJson<>(
                page.items().stream().map(QualificationJson::of).toList(),
                page.next().isEmpty() ? null : page.next());
    }

    private List<QualificationJson> ofNumber(String qan) {
        var number = Qan.parse(qan).orElseThrow(() -> Mistake.unprocessable(Mistake.Fault.at("qan", "unreadable")));
        return qualifications.find(number).map(QualificationJson::of).stream().toList();
    }
}
