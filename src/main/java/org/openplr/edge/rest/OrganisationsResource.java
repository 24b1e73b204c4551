package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;

/** The provider register, for whoever is signed in. */
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Right.SEARCH_ORGANISATIONS)
public class OrganisationsResource {
    private final Caller caller;
    private final Organisations organisations;

    @Inject
    public OrganisationsResource(Caller caller, Organisations organisations) {
        this.caller = caller;
        this.organisations = organisations;
    }

    /**
     * Organisations by number, or by words of their name, by name.
     *
     * @param ukprn the one with this number; the name is then not asked
     * @param name words of it
     */
    @GET
    public PageJson<OrganisationJson> some(
            @QueryParam("ukprn") @Nullable String ukprn,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("limit") @DefaultValue("") String limit) {
        caller.signedIn();
        var found =
                ukprn == null || ukprn.isBlank() ? organisations.search(name, PageJson.limit(limit)) : ofNumber(ukprn);
        return new PageJson<>(found.stream().map(OrganisationJson::of).toList(), null);
    }

    private List<Organisation> ofNumber(String ukprn) {
        var number =
                Ukprn.parse(ukprn).orElseThrow(() -> Mistake.unprocessable(Mistake.Fault.at("ukprn", "unreadable")));
        return organisations.find(number).stream().toList();
    }
}
