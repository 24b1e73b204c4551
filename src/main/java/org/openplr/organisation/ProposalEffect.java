package org.openplr.organisation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.openplr.platform.Part;

/** What an approved proposal does, in the transaction that approves it. */
@Part
class ProposalEffect {
    private final OrganisationRegister register;
    private final Agreements agreements;

    @Inject
    ProposalEffect(OrganisationRegister register, Agreements agreements) {
        this.register = register;
        this.agreements = agreements;
    }

    void of(Proposal approved, Instant now) {
        switch (approved.kind()) {
            case ORGANISATION -> register.take(List.of(approved.organisation()));
            case AGREEMENT -> agreements.enter(approved.organisation().ukprn(), approved.roles(), approved.id(), now);
        }
    }
}
