package org.openplr.share;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** What happened to a share, for the ledger. */
record ShareEvent(
        Actor actor,
        Optional<Uln> subject,
        String what,
        Basis basis,
        String purpose,
        Outcome outcome,
        String reason,
        Optional<UUID> about,
        List<String> fields)
        implements LedgerEvent {

    /** It ended with something that it hung on: the claim of whoever made it, its recipient, the safety of an app's secret. */
    static ShareEvent ended(Actor by, Grant grant) {
        return new ShareEvent(
                by,
                Optional.of(grant.uln()),
                "share.withdrawn",
                by instanceof Actor.Learner ? Basis.OWN : Basis.SERVICE,
                grant.purpose().name(),
                Outcome.ALLOWED,
                "",
                Optional.of(grant.id()),
                grant.scope().fieldNames());
    }

    static ShareEvent byLearner(Actor.ForLearner learner, Grant grant, String what) {
        return new ShareEvent(
                learner,
                Optional.of(grant.uln()),
                what,
                Basis.OWN,
                grant.purpose().name(),
                Outcome.ALLOWED,
                "",
                Optional.of(grant.id()),
                grant.scope().fieldNames());
    }

    static ShareEvent opened(Viewer viewer, Grant grant, String what) {
        return new ShareEvent(
                viewer.who(),
                Optional.of(grant.uln()),
                what,
                Basis.SHARE,
                viewer.purpose(),
                Outcome.ALLOWED,
                "",
                Optional.of(grant.id()),
                grant.scope().fieldNames());
    }

    static ShareEvent refused(Viewer viewer, Optional<Grant> grant, String reason) {
        return new ShareEvent(
                viewer.who(),
                grant.map(Grant::uln),
                "share.opened",
                Basis.SHARE,
                viewer.purpose(),
                Outcome.REFUSED,
                reason,
                grant.map(Grant::id),
                List.of());
    }

    /** Somebody who has the reference of a view asked whether what was seen still stands. */
    static ShareEvent receiptChecked(Actor.Checker who, Grant grant) {
        return new ShareEvent(
                who,
                Optional.of(grant.uln()),
                "share.receipt-checked",
                Basis.SERVICE,
                "",
                Outcome.ALLOWED,
                "",
                Optional.of(grant.id()),
                List.of());
    }

    @Override
    public String proof() {
        return switch (actor) {
            case Actor.Checker checker -> "typed";
            case Actor.OrganisationUser user -> "registered";
            case Actor.RecipientUser user -> "confirmed";
            case Actor.App app -> "registered";
            case Actor.ForLearner learner -> "account";
            case Actor.Person person -> "account";
            case Actor.Administrator administrator -> "account";
            case Actor.System system -> "account";
        };
    }
}
