package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.audit.NotTheirs;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.learner.Relationships;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;
import org.openplr.record.Correcting;
import org.openplr.record.LearningEvent;
import org.openplr.record.RecordAccess;

/** Whether somebody may raise a challenge about this, and what the record says of it now. */
@Part
class Facts {
    private static final int LONGEST_ELSEWHERE = 200;

    private final Learners learners;
    private final Relationships relationships;
    private final Correcting events;
    private final Ledger ledger;

    @Inject
    Facts(Learners learners, Relationships relationships, Correcting events, Ledger ledger) {
        this.learners = learners;
        this.relationships = relationships;
        this.events = events;
        this.ledger = ledger;
    }

    /**
     * The learner about whose record somebody raises something.
     *
     * @throws Mistake NOT_FOUND for whoever may not, FORBIDDEN for learners whose identity was not verified
     */
    Learner learner(Actor actor, Uln number) {
        return switch (actor) {
            case Actor.Learner self -> {
                Right.CHALLENGE.require(self);
                var learner = learners.find(self.uln()).orElseThrow(Mistake::notFound);
                if (RecordAccess.LEARNER.of(learner) instanceof RecordAccess.Seen.Nothing(var why))
                    throw Mistake.of(Mistake.Kind.FORBIDDEN, why.code());
                yield learner;
            }
            case Actor.OrganisationUser user -> {
                Right.CHALLENGE_FOR_LEARNERS.require(user);
                yield learners.find(number).filter(one -> isTheirs(user, one)).orElseThrow(Mistake::notFound);
            }
            case Actor.Helper _,
                    Actor.Person _,
                    Actor.RecipientUser _,
                    Actor.App _,
                    Actor.Checker _,
                    Actor.Administrator _,
                    Actor.System _ -> throw Mistake.notFound();
        };
    }

    private boolean isTheirs(Actor.OrganisationUser user, Learner learner) {
        if (!relationships.stands(user.organisation(), learner.numbers())) return false;
        var access = relationships.opens(user, learner) ? RecordAccess.TRUSTED_PROVIDER : RecordAccess.PROVIDER;
        return !(access.of(learner) instanceof RecordAccess.Seen.Nothing);
    }

    /**
     * Whose event it is, for whoever knows the event only.
     *
     * @throws Mistake NOT_FOUND where there is none
     */
    Uln whose(UUID event) {
        return events.held(event).map(held -> held.event().uln()).orElseThrow(Mistake::notFound);
    }

    /** What somebody else sees of a record on the way to a challenge is in the ledger. */
    void seen(Actor actor, Challenge draft) {
        if (!(actor instanceof Actor.Learner)) ledger.write(ChallengeEvent.read(actor, draft));
    }

    Optional<Learner> of(Challenge one) {
        return learners.find(one.uln());
    }

    /**
     * What the record says of what it is about; that a learner reached for another learner's is in the ledger.
     *
     * @throws Mistake UNPROCESSABLE where it is about nothing of this learner's record
     */
    Map<Field, String> original(Actor actor, Learner learner, Beginning what) {
        return switch (what.kind()) {
            case WRONG, NOT_MINE -> Field.of(event(actor, learner, what.event(), "event"));
            case DUPLICATE -> {
                var one = event(actor, learner, what.event(), "event");
                var other = event(actor, learner, what.other(), "other");
                if (one.id().equals(other.id())) throw Mistake.unprocessable(Fault.at("other", "unknown-value"));
                yield Field.of(one);
            }
            case DETAILS -> Field.of(learner);
            case WRONG_LOOK -> {
                var look = what.look();
                if (!(actor instanceof Actor.Learner) || look == null)
                    throw Mistake.unprocessable(Fault.at("look", "unknown-value"));
                if (ledger.entry(look, learner.numbers()).isEmpty())
                    throw unknown(actor, learner, ledger.subject(look), look, "look");
                yield Map.of();
            }
            case MISSING, TWO_NUMBERS -> Map.of();
        };
    }

    private LearningEvent event(Actor actor, Learner learner, @Nullable UUID id, String pointer) {
        var found = Optional.ofNullable(id).flatMap(events::held);
        return found.filter(held -> !held.withdrawn())
                .map(Correcting.Held::event)
                .filter(event -> learner.numbers().contains(event.uln()))
                .filter(event -> actor instanceof Actor.Learner || !event.isRestricted())
                .orElseThrow(() ->
                        unknown(actor, learner, found.map(held -> held.event().uln()), id, pointer));
    }

    private Mistake unknown(Actor actor, Learner learner, Optional<Uln> owner, @Nullable UUID id, String pointer) {
        owner.filter(_ -> actor instanceof Actor.Learner)
                .filter(whose -> !learner.numbers().contains(whose))
                .ifPresent(whose ->
                        ledger.write(new NotTheirs(actor, whose, "record.event-challenged", Optional.ofNullable(id))));
        return Mistake.unprocessable(Fault.at(pointer, "unknown-value")).noted();
    }

    /** What differs from what the record says, without blanks. */
    static Map<Field, String> supplied(Challenge one, Telling told) {
        var supplied = new EnumMap<Field, String>(Field.class);
        told.supplied().forEach((field, value) -> {
            var said = value.strip();
            if (!said.isEmpty() && !said.equals(one.story().original().get(field))) supplied.put(field, said);
        });
        return supplied;
    }

    /** What is wrong with what was told so far. */
    static List<Fault> faults(Challenge one, Map<Field, String> supplied, Telling told, LocalDate today) {
        var faults = new ArrayList<Fault>();
        supplied.forEach((field, value) -> {
            if (field.isFor(one.kind())) field.fault(value, today).ifPresent(faults::add);
            else faults.add(Fault.at(field.text(), "unknown-value"));
        });
        tooLong(faults, "explanation", told.explanation(), Moving.LONGEST_WORDS);
        tooLong(faults, "elsewhere", told.elsewhere(), LONGEST_ELSEWHERE);
        var on = told.elsewhereOn();
        if (on != null && on.isBefore(today)) faults.add(Fault.at("elsewhereOn", "in-the-past"));
        return faults;
    }

    private static void tooLong(List<Fault> faults, String field, String text, int longest) {
        if (text.strip().length() > longest) faults.add(Fault.at(field, "too-long", Integer.toString(longest)));
    }

    /** What is missing before it can be raised. */
    static List<Fault> missing(Challenge one) {
        var story = one.story();
        var fault = switch (one.kind()) {
            case WRONG, DETAILS -> story.supplied().isEmpty() ? "supplied" : "";
            case MISSING -> story.supplied().containsKey(Field.TITLE) ? "" : "title";
            case TWO_NUMBERS -> story.supplied().containsKey(Field.ULN) ? "" : "uln";
            case NOT_MINE, WRONG_LOOK -> story.explanation().isBlank() ? "explanation" : "";
            case DUPLICATE -> "";
        };
        if (!fault.isEmpty()) return List.of(Fault.at(fault, "missing"));
        var own = one.uln().digits().equals(story.supplied().get(Field.ULN));
        return own ? List.of(Fault.at("uln", "own-number")) : List.of();
    }
}
