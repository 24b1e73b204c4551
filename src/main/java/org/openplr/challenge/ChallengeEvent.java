package org.openplr.challenge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** A step of a challenge, or a refused one. */
record ChallengeEvent(
        Actor actor, Uln learner, UUID challenge, String what, Outcome outcome, String reason, List<String> fields)
        implements LedgerEvent {
    static ChallengeEvent done(Actor actor, Challenge challenge, Step step) {
        var fields = step == Step.RAISE || step.isDecision()
                ? challenge.story().supplied().keySet().stream()
                        .map(Field::text)
                        .sorted()
                        .toList()
                : List.<String>of();
        return new ChallengeEvent(
                actor, challenge.uln(), challenge.id(), "challenge." + step.text(), Outcome.ALLOWED, "", fields);
    }

    static ChallengeEvent refused(Actor actor, Challenge challenge, Step step, String reason) {
        return new ChallengeEvent(
                actor, challenge.uln(), challenge.id(), "challenge." + step.text(), Outcome.REFUSED, reason, List.of());
    }

    static ChallengeEvent read(Actor actor, Challenge challenge) {
        return new ChallengeEvent(
                actor,
                challenge.uln(),
                challenge.id(),
                "challenge.looked-at",
                Outcome.ALLOWED,
                "",
                challenge.kind() == Kind.DETAILS ? List.of("name", "dateOfBirth") : List.of("events"));
    }

    /** A letter about it was taken, or somebody who has one asked how it stands. */
    static ChallengeEvent letter(Actor actor, Challenge challenge, String what) {
        return new ChallengeEvent(
                actor, challenge.uln(), challenge.id(), "challenge." + what, Outcome.ALLOWED, "", List.of());
    }

    /** An organisation had an event looked for in a record, on the way to a challenge about it. */
    static ChallengeEvent sought(Actor actor, Uln learner, UUID file) {
        return new ChallengeEvent(actor, learner, file, "challenge.looked-at", Outcome.ALLOWED, "", List.of("events"));
    }

    static ChallengeEvent late(Challenge challenge, int level) {
        return new ChallengeEvent(
                new Actor.System("data-challenges"),
                challenge.uln(),
                challenge.id(),
                "challenge.late-" + level,
                Outcome.ALLOWED,
                "",
                List.of());
    }

    @Override
    public Optional<Uln> subject() {
        return Optional.of(learner);
    }

    @Override
    public Optional<UUID> about() {
        return Optional.of(challenge);
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
