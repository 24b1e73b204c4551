package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.openplr.organisation.Agreement;
import org.openplr.organisation.Agreements;

/** Why somebody of an organisation has no roles at the moment: its agreement is in its sandbox, or has ended. */
@Named
@RequestScoped
public class StandingPage {
    @Inject
    private Agreements agreements;

    @Inject
    private Visitor visitor;

    /** SANDBOX or ENDED; empty where there is nothing to say. */
    public String getName() {
        if (!visitor.isOrganisation()) return "";
        return agreements
                .counting(visitor.organisationUser().organisation())
                .map(agreements::state)
                .filter(state -> state != Agreement.State.LIVE)
                .map(Agreement.State::name)
                .orElse("");
    }
}
