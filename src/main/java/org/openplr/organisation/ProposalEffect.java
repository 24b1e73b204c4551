package org.openplr.organisation;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;

/** What a proposal does when it is made, approved or refused, in that transaction. */
@Part
class ProposalEffect {
    private final OrganisationRegister register;
    private final Agreements agreements;
    private final Iterable<ApprovesRecipient> recipients;
    private final Applications applications;

    @Inject
    ProposalEffect(
            OrganisationRegister register,
            Agreements agreements,
            @Any Instance<ApprovesRecipient> recipients,
            Applications applications) {
        this(register, agreements, applications, recipients);
    }

    ProposalEffect(
            OrganisationRegister register,
            Agreements agreements,
            Applications applications,
            Iterable<ApprovesRecipient> recipients) {
        this.register = register;
        this.agreements = agreements;
        this.recipients = recipients;
        this.applications = applications;
    }

    /**
     * An application waits no longer, once an agreement is proposed of it.
     *
     * @throws Mistake UNPROCESSABLE where it does not wait any more
     */
    void ofMaking(Proposal made) {
        var about = made.about();
        if (made.kind() == Proposal.Kind.AGREEMENT && about != null && !applications.proposed(about))
            throw Mistake.unprocessable(Fault.at("", "application-decided"));
    }

    /** It waits again, once that is refused. */
    void ofRefusing(Proposal refused) {
        var about = refused.about();
        if (refused.kind() == Proposal.Kind.AGREEMENT && about != null) applications.refused(about);
    }

    void of(Actor.Administrator by, Proposal approved, Instant now) {
        switch (approved.kind()) {
            case ORGANISATION -> register.take(List.of(Objects.requireNonNull(approved.organisation())));
            case AGREEMENT ->
                agreements.enter(
                        Objects.requireNonNull(approved.organisation()).ukprn(),
                        Objects.requireNonNull(approved.terms()),
                        approved.id(),
                        now);
            case RECIPIENT ->
                recipients.forEach(keeper -> keeper.approve(by, Objects.requireNonNull(approved.about())));
        }
    }
}
