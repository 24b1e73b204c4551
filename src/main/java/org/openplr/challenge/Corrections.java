package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learner;
import org.openplr.learner.LearnerRegister;
import org.openplr.learner.Learners;
import org.openplr.learner.NumberKeeping;
import org.openplr.learner.Relationships;
import org.openplr.organisation.Organisations;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.record.Correcting;
import org.openplr.record.LearningEvent;
import org.openplr.record.RecordKeeping;

/**
 * Puts right what was upheld: a new version of an event, one more or one less, the register, two numbers made one. Whoever
 * decides touches their own data only, whoever passed it to them; the service touches all.
 */
@Part
class Corrections {
    private final ChallengeTable table;
    private final Correcting events;
    private final RecordKeeping records;
    private final Register register;
    private final Routing routing;

    @Inject
    Corrections(ChallengeTable table, Correcting events, RecordKeeping records, Register register, Routing routing) {
        this.table = table;
        this.events = events;
        this.records = records;
        this.register = register;
        this.routing = routing;
    }

    /** Who people and organisations are. */
    @Part
    static class Register {
        private final Learners learners;
        private final LearnerRegister details;
        private final NumberKeeping numbers;
        private final Relationships relationships;
        private final Organisations organisations;

        @Inject
        Register(
                Learners learners,
                LearnerRegister details,
                NumberKeeping numbers,
                Relationships relationships,
                Organisations organisations) {
            this.learners = learners;
            this.details = details;
            this.numbers = numbers;
            this.relationships = relationships;
            this.organisations = organisations;
        }
    }

    /**
     * Puts it right.
     *
     * @param wholly whether all of it is upheld: partly, only what is said is done
     */
    void make(Actor actor, Challenge one, Map<Field, String> said, boolean wholly) {
        var learner = register.learners.find(one.uln()).orElseThrow(Mistake::notFound);
        var why = "data challenge " + one.reference();
        switch (one.kind()) {
            case WRONG -> {
                if (!said.isEmpty()) correct(actor, one, said, learner, why);
            }
            case MISSING -> {
                if (!said.isEmpty()) add(actor, one, said, why);
            }
            case NOT_MINE -> {
                if (wholly) withdraw(actor, one, one.about().event(), learner, why);
            }
            case DUPLICATE -> {
                if (wholly) withdraw(actor, one, one.about().other(), learner, why);
            }
            case DETAILS -> {
                if (!said.isEmpty()) details(actor, learner, said);
            }
            case TWO_NUMBERS -> {
                if (wholly) link(actor, learner, said, why);
            }
            case WRONG_LOOK -> {}
        }
    }

    private void correct(Actor actor, Challenge one, Map<Field, String> said, Learner learner, String why) {
        insistOnOwn(actor, one, learner);
        var id = Objects.requireNonNull(one.about().event());
        var before = events.held(id).orElseThrow(Mistake::notFound).event();
        events.correct(id, content(before, said), table.isOpen(id, one.id()), actor, why);
    }

    private void withdraw(Actor actor, Challenge one, @Nullable UUID event, Learner learner, String why) {
        insistOnOwn(actor, one, learner);
        records.withdraw(Objects.requireNonNull(event), actor, why);
    }

    private void insistOnOwn(Actor actor, Challenge one, Learner learner) {
        if (actor instanceof Actor.Administrator) return;
        var owner = routing.owner(one, learner);
        if (!(actor instanceof Actor.OrganisationUser user)
                || owner.filter(user.organisation()::equals).isEmpty())
            throw Mistake.of(Mistake.Kind.CONFLICT, "not-your-data");
    }

    private LearningEvent.Body body(LearningEvent.Body before, @Nullable String name) {
        if (name == null || name.equals(before.name())) return before;
        return name.isEmpty()
                ? new LearningEvent.Body(null, null)
                : new LearningEvent.Body(
                        name, routing.named(name).map(Ukprn::digits).orElse(null));
    }

    /** What is said instead of what was; said as empty, it is taken away. */
    private Correcting.Content content(LearningEvent before, Map<Field, String> said) {
        var all = new HashMap<Field, String>(Field.of(before));
        // What is no grade stays what it was, where no other is said.
        all.remove(Field.GRADE);
        all.putAll(said);
        var grade = said.containsKey(Field.GRADE)
                ? text(all, Field.GRADE)
                : before.award().grade();
        return new Correcting.Content(
                subject(all),
                new LearningEvent.Award(
                        Field.day(all.get(Field.AWARDED_ON)), grade, credits(all), text(all, Field.LANGUAGE)),
                new LearningEvent.Participation(Field.day(all.get(Field.START)), Field.day(all.get(Field.END))),
                body(before.awardingOrganisation(), said.get(Field.AWARDING_ORGANISATION)),
                body(before.provider(), said.get(Field.PROVIDER)));
    }

    private static LearningEvent.Subject subject(Map<Field, String> all) {
        return new LearningEvent.Subject(
                text(all, Field.REFERENCE), text(all, Field.TITLE), text(all, Field.TYPE), text(all, Field.LEVEL));
    }

    private static @Nullable String text(Map<Field, String> all, Field field) {
        var text = all.getOrDefault(field, "");
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer credits(Map<Field, String> all) {
        var text = text(all, Field.CREDITS);
        return text == null ? null : Integer.valueOf(text);
    }

    /** An event that was missing is whoever adds it's: their own award, or what was learnt with them. */
    private void add(Actor actor, Challenge one, Map<Field, String> said, String why) {
        var nobody = new LearningEvent.Body(null, null);
        var awarding = body(nobody, said.get(Field.AWARDING_ORGANISATION));
        var provider = body(nobody, said.get(Field.PROVIDER));
        var source = "AO";
        var reference = "challenge/" + one.code();
        if (actor instanceof Actor.OrganisationUser user) {
            source = source(user);
            // As their own awards are called by those who award: they keep this one like them.
            if (!source.equals("ILR")) reference = user.organisation().digits() + "/" + one.code();
            if (!source.equals("ILR")) awarding = own(user);
            if (!source.equals("AO")) provider = own(user);
        }
        var content = new Correcting.Content(
                subject(said),
                new LearningEvent.Award(
                        Field.day(said.get(Field.AWARDED_ON)),
                        text(said, Field.GRADE),
                        credits(said),
                        text(said, Field.LANGUAGE)),
                new LearningEvent.Participation(Field.day(said.get(Field.START)), Field.day(said.get(Field.END))),
                awarding,
                provider);
        events.add(one.uln(), source, reference, content, actor, why);
    }

    private static String source(Actor.OrganisationUser user) {
        if (user.roles().contains(Role.AWARDING)) return "AO";
        return user.roles().contains(Role.UNIVERSITY) ? "HE" : "ILR";
    }

    private LearningEvent.Body own(Actor.OrganisationUser user) {
        var digits = user.organisation().digits();
        return new LearningEvent.Body(
                register.organisations.names(List.of(digits)).get(digits), digits);
    }

    private void details(Actor actor, Learner learner, Map<Field, String> said) {
        if (!(actor instanceof Actor.Administrator)
                && !(actor instanceof Actor.OrganisationUser user
                        && register.relationships.stands(user.organisation(), learner.numbers())))
            throw Mistake.of(Mistake.Kind.CONFLICT, "not-your-data");
        var born = Field.day(said.get(Field.DATE_OF_BIRTH));
        register.details.correct(
                actor,
                learner.uln(),
                said.getOrDefault(Field.GIVEN_NAME, learner.givenName()),
                said.getOrDefault(Field.FAMILY_NAME, learner.familyName()),
                born == null ? learner.dateOfBirth() : born);
    }

    private void link(Actor actor, Learner learner, Map<Field, String> said, String why) {
        if (!(actor instanceof Actor.Administrator administrator))
            throw Mistake.of(Mistake.Kind.CONFLICT, "not-your-data");
        var other = Uln.parse(said.getOrDefault(Field.ULN, "")).orElseThrow(() -> refused("not-a-uln"));
        switch (register.numbers.link(administrator, other, learner.uln(), why)) {
            case NumberKeeping.Change.Done _, NumberKeeping.Change.Unchanged _ -> {}
            case NumberKeeping.Change.Refused _ -> throw refused("cannot-be-linked");
        }
    }

    private static Mistake refused(String code) {
        return Mistake.of(Mistake.Kind.CONFLICT, code);
    }
}
