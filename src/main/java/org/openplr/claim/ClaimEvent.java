package org.openplr.claim;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** Something that happened on the way of a record to its learner. */
record ClaimEvent(
        Actor actor,
        Optional<Uln> subject,
        String what,
        String purpose,
        Outcome outcome,
        String reason,
        Optional<UUID> about,
        List<String> fields)
        implements LedgerEvent {
    private static final String ACTIVATED = "claim.activated";
    private static final String ONLINE = "claim.proved-online";

    static ClaimEvent done(Actor actor, Uln subject, String what, String... fields) {
        return new ClaimEvent(
                actor, Optional.of(subject), what, "", Outcome.ALLOWED, "", Optional.empty(), List.of(fields));
    }

    static ClaimEvent refused(Actor actor, Optional<Uln> subject, String what, String reason) {
        return new ClaimEvent(actor, subject, what, "", Outcome.REFUSED, reason, Optional.empty(), List.of());
    }

    /** Whoever was refused is nobody we know: only where they came from is kept, as a digest. */
    static ClaimEvent notActivated(String client, Optional<Uln> subject, String reason) {
        return refused(new Actor.Checker("", "", client), subject, ACTIVATED, reason);
    }

    static ClaimEvent notProved(Optional<Uln> subject, String reason) {
        return refused(provider(), subject, ONLINE, reason);
    }

    static ClaimEvent claimed(Actor actor, Uln subject, Holders.Way way) {
        return done(actor, subject, way == Holders.Way.CODE ? ACTIVATED : ONLINE);
    }

    /** Somebody showed who they are and has a new way in: what whoever had the old ones is told of. */
    static ClaimEvent renewed(Actor actor, Uln subject, UUID holder) {
        return new ClaimEvent(
                actor,
                Optional.of(subject),
                "claim.way-renewed",
                "",
                Outcome.ALLOWED,
                "",
                Optional.of(holder),
                List.of());
    }

    /** Somebody wants a record that is claimed: what its holder is told of. */
    static ClaimEvent contested(Actor actor, Uln subject, UUID holder) {
        return new ClaimEvent(
                actor,
                Optional.of(subject),
                "claim.contested",
                "",
                Outcome.ALLOWED,
                "",
                Optional.of(holder),
                List.of());
    }

    /** A learner is called otherwise now: what whoever holds the record is told of. */
    static ClaimEvent renamed(Actor actor, Uln subject, Optional<UUID> holder) {
        return new ClaimEvent(
                actor,
                Optional.of(subject),
                "claim.renamed",
                "",
                Outcome.ALLOWED,
                "",
                holder,
                List.of("name", "verificationType"));
    }

    static ClaimEvent settled(Actor actor, Uln subject, String what, String why, Optional<UUID> account) {
        return new ClaimEvent(actor, Optional.of(subject), what, why, Outcome.ALLOWED, "", account, List.of());
    }

    static Actor provider() {
        return new Actor.System("identity-provider");
    }

    @Override
    public Basis basis() {
        return switch (actor) {
            case Actor.ForLearner _ -> Basis.OWN;
            case Actor.OrganisationUser _ -> Basis.LAW;
            case Actor.Person _,
                    Actor.RecipientUser _,
                    Actor.App _,
                    Actor.Checker _,
                    Actor.Administrator _,
                    Actor.System _ -> Basis.SERVICE;
        };
    }

    @Override
    public String proof() {
        return switch (actor) {
            case Actor.OrganisationUser _ -> "registered";
            case Actor.ForLearner _, Actor.Person _, Actor.RecipientUser _, Actor.Administrator _ -> "account";
            case Actor.App _, Actor.Checker _, Actor.System _ -> "";
        };
    }
}
