package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openplr.organisation.Agreement;
import org.openplr.organisation.Agreements;
import org.openplr.organisation.OrganisationStatus;
import org.openplr.organisation.Organisations;

/** Why somebody of an organisation has no roles at the moment: no agreement with it is live. */
@Named
@RequestScoped
public class StandingPage {
    @Inject
    private Agreements agreements;

    @Inject
    private Organisations organisations;

    @Inject
    private Visitor visitor;

    /** How the agreement stands, NONE where none has begun, or DEACTIVATED; empty where there is nothing to say. */
    public String getName() {
        if (!visitor.isOrganisation()) return "";
        var number = visitor.organisationUser().organisation();
        var organisation = organisations.find(number);
        if (organisation
                .filter(one -> one.status() == OrganisationStatus.DEACTIVATED)
                .isPresent()) return "DEACTIVATED";
        var state = agreements.counting(number).map(agreements::state);
        if (state.isPresent())
            return state.get() == Agreement.State.LIVE ? "" : state.get().name();
        return organisation.filter(one -> one.kind().roles().isEmpty()).isPresent() ? "" : "NONE";
    }
}
