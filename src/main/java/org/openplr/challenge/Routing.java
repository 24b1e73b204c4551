package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learner;
import org.openplr.learner.Relationships;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.organisation.Successors;
import org.openplr.party.Ukprn;
import org.openplr.platform.Part;
import org.openplr.record.Correcting;
import org.openplr.record.LearningEvent;

/**
 * To whom a challenge goes: awards to who awarded, what providers return to the provider, names and dates of birth to who
 * registered the learner; of one that is gone, to who took over. What nobody answers for, two numbers, and looks are the
 * service's.
 */
@Part
class Routing {
    private final Organisations organisations;
    private final Successors successors;
    private final Relationships relationships;
    private final Correcting events;

    @Inject
    Routing(Organisations organisations, Successors successors, Relationships relationships, Correcting events) {
        this.organisations = organisations;
        this.successors = successors;
        this.relationships = relationships;
        this.events = events;
    }

    /** Whoever answers; empty for the service. */
    Optional<Ukprn> owner(Challenge one, Learner learner) {
        return switch (one.kind()) {
            case WRONG, NOT_MINE -> ofEvent(one.about().event());
            // It is the other of the two that goes, and nobody takes away what is another's.
            case DUPLICATE -> ofEvent(one.about().other());
            case MISSING -> missing(one);
            case DETAILS ->
                relationships.of(learner.numbers()).stream()
                        .flatMap(organisation -> successors.answering(organisation).stream())
                        .findFirst();
            case TWO_NUMBERS, WRONG_LOOK -> Optional.empty();
        };
    }

    private Optional<Ukprn> ofEvent(@Nullable UUID event) {
        return Optional.ofNullable(event)
                .flatMap(events::held)
                .flatMap(held -> source(held.event()))
                .flatMap(successors::answering);
    }

    private static Optional<Ukprn> source(LearningEvent event) {
        return switch (event.source()) {
            case "AO", "QCFU" -> event.awardingOrganisation().ukprn();
            default -> event.provider().ukprn();
        };
    }

    /** Who awarded what is missing, as it is called; else where it was learnt. */
    private Optional<Ukprn> missing(Challenge one) {
        var said = one.story().supplied();
        return Stream.of(Field.AWARDING_ORGANISATION, Field.PROVIDER)
                .flatMap(field -> Optional.ofNullable(said.get(field)).stream())
                .flatMap(name -> named(name).stream())
                .flatMap(organisation -> successors.answering(organisation).stream())
                .findFirst();
    }

    /** The organisation of the register that is called so, or has this number. */
    Optional<Ukprn> named(String name) {
        var number = Ukprn.parse(name);
        if (number.isPresent()) return organisations.find(number.get()).map(Organisation::ukprn);
        return organisations.search(name, 20).stream()
                .filter(one ->
                        one.name().equalsIgnoreCase(name.strip()) || one.alias().equalsIgnoreCase(name.strip()))
                .map(Organisation::ukprn)
                .findFirst();
    }

    /** Where somebody's working days are counted; the service's are England's. */
    Nation nation(@Nullable Ukprn owner) {
        return Optional.ofNullable(owner)
                .flatMap(organisations::find)
                .map(one -> Nation.of(one.country()))
                .orElse(Nation.ENGLAND);
    }

    boolean isThere(Ukprn organisation) {
        return successors.answering(organisation).filter(organisation::equals).isPresent();
    }
}
