package org.openplr.learner;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openplr.audit.Ledger;
import org.openplr.audit.LedgerEvent;
import org.openplr.learner.Candidates.Outcome;
import org.openplr.matching.Person;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Gives people a number for life: one by one after a find, or from a file, which finds for itself. */
@Service
public class Registration {
    private final Parts parts;
    private final Repeats repeats;
    private final Candidates candidates;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Registration(Parts parts, Repeats repeats, Candidates candidates, Ledger ledger, InstantSource clock) {
        this.parts = parts;
        this.repeats = repeats;
        this.candidates = candidates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What registering takes. */
    @Part
    static class Parts {
        private final LearnerRegister register;
        private final Issuing issuing;
        private final Finds finds;
        private final Relationships relationships;
        private final Quota quota;

        @Inject
        Parts(LearnerRegister register, Issuing issuing, Finds finds, Relationships relationships, Quota quota) {
            this.register = register;
            this.issuing = issuing;
            this.finds = finds;
            this.relationships = relationships;
            this.quota = quota;
        }
    }

    /** Which creating calls of an organisation were answered before. */
    @Part
    static class Repeats {
        private final Sql sql;
        private final InstantSource clock;

        @Inject
        Repeats(Sql sql, InstantSource clock) {
            this.sql = sql;
            this.clock = clock;
        }

        private record Made(String request, Uln uln) {}

        private Optional<Uln> before(Actor.OrganisationUser officer, Call call) {
            var made = sql.rows(
                    "select request, uln from learner_repeat where ukprn = ? and call_key = ?",
                    row -> new Made(row.text("request"), new Uln(row.text("uln"))),
                    List.of(officer.organisation().digits(), Finds.digest(call.key)));
            if (made.isEmpty()) return Optional.empty();
            if (!made.getFirst().request.equals(Finds.digest(call.request)))
                throw Mistake.of(Mistake.Kind.CONFLICT, "idempotency-key-reused");
            return Optional.of(made.getFirst().uln);
        }

        private void remember(Actor.OrganisationUser officer, Call call, Uln uln) {
            sql.update(
                    "insert into learner_repeat (ukprn, call_key, request, uln, called_at) values (?, ?, ?, ?, ?)",
                    List.of(
                            officer.organisation().digits(),
                            Finds.digest(call.key),
                            Finds.digest(call.request),
                            uln.digits(),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
    }

    /**
     * Marks a call that may be sent twice.
     *
     * @param key the caller's
     * @param request as it came: the same key with another one is a mistake
     */
    public record Call(String key, String request) {
        @Override
        public String toString() {
            return "Call[…]";
        }
    }

    /**
     * Registers one person.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE with every fault, CONFLICT where the call's key was used for
     *     something else
     */
    public Registered register(Actor.OrganisationUser officer, LearnerToRegister learner, Optional<Call> call) {
        Right.REGISTER_LEARNERS.require(officer);
        var before = call.flatMap(one -> repeats.before(officer, one));
        if (before.isPresent()) return new Registered.Again(before.get());
        var faults = LearnerRules.registeringFaults(learner, clock.instant());
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        var organisation = officer.organisation();
        var facts = Finds.facts(organisation, learner);
        var mayRegister = parts.finds.take(organisation, facts);
        var lately = parts.finds.registeredLately(organisation, facts);
        if (lately.isPresent()) {
            call.ifPresent(c -> repeats.remember(officer, c, lately.get()));
            return new Registered.Again(lately.get());
        }
        if (!mayRegister) return refused(officer, Optional.empty(), "find-first", new Registered.FindFirst());
        // Whoever was registered since the find, by anybody, is here now; what else is said of them makes nobody
        // another.
        var known = known(candidates.search(MatchKeyTable.mandatory(learner)).outcome());
        if (known.isPresent()) return known(officer, known.get());
        var uln = parts.issuing.draw(1).getFirst();
        parts.finds.use(organisation, facts, uln);
        enter(officer, Map.of(uln, learner));
        call.ifPresent(c -> repeats.remember(officer, c, uln));
        return new Registered.New(uln);
    }

    private Optional<Candidates.Candidate> known(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exact(var one) -> Optional.of(one);
            case Outcome.Possible(var some) -> candidates.meant(some);
            case Outcome.TooMany _, Outcome.None _ -> Optional.empty();
        };
    }

    private Registered known(Actor.OrganisationUser officer, Candidates.Candidate one) {
        return refused(officer, Optional.of(one.uln()), "known", new Registered.Known(one.uln()));
    }

    private Registered refused(Actor.OrganisationUser officer, Optional<Uln> who, String reason, Registered outcome) {
        ledger.write(RegisterEvent.refused(officer, who, "learner.registered", reason));
        return outcome;
    }

    private void enter(Actor.OrganisationUser officer, Map<Uln, LearnerToRegister> fresh) {
        var details = new ArrayList<LearnerDetails>();
        fresh.forEach((uln, learner) -> details.add(learner.as(uln, false)));
        parts.register.take(details, new Because(officer, "registered"));
        parts.relationships.registered(officer, fresh.keySet());
        ledger.writeAll(fresh.keySet().stream()
                .map(uln -> RegisterEvent.done(officer, uln, "learner.registered"))
                .toList());
    }

    /**
     * Registers whoever of these is nobody known, in the order of the list: some statements for hundreds, and one person who
     * stands in it twice gets one number.
     *
     * @throws Mistake NOT_FOUND for whoever may not
     */
    public List<Registered> registerAll(Actor.OrganisationUser officer, List<LearnerToRegister> learners) {
        Right.SEND_LEARNER_FILES.require(officer);
        var organisation = officer.organisation();
        var sound = new LinkedHashMap<String, LearnerToRegister>();
        var rejected = new LinkedHashMap<LearnerToRegister, Registered>();
        for (var one : learners) {
            var faults = LearnerRules.registeringFaults(one, clock.instant());
            if (faults.isEmpty()) sound.putIfAbsent(Finds.facts(organisation, one), one);
            else rejected.put(one, new Registered.Rejected(faults));
        }
        var outcomes = new LinkedHashMap<String, Registered>();
        parts.finds
                .registeredLately(organisation, sound.keySet())
                .forEach((facts, uln) -> outcomes.put(facts, new Registered.Again(uln)));
        sound.keySet().removeAll(outcomes.keySet());
        outcomes.putAll(decided(officer, sound));
        return inOrder(learners, one -> Finds.facts(organisation, one), outcomes, rejected);
    }

    private Map<String, Registered> decided(Actor.OrganisationUser officer, Map<String, LearnerToRegister> sound) {
        var people = sound.values().stream().map(MatchKeyTable::person).toList();
        var searches = candidates.searchAll(people).iterator();
        var strangers = new Strangers(candidates);
        var outcomes = new LinkedHashMap<String, Registered>();
        var fresh = new LinkedHashMap<String, LearnerToRegister>();
        sound.forEach((facts, learner) -> {
            var outcome = decided(searches.next(), MatchKeyTable.person(learner), strangers);
            if (outcome.isPresent()) outcomes.put(facts, outcome.get());
            else fresh.put(facts, learner);
        });
        noteFound(officer, outcomes);
        outcomes.putAll(numbered(officer, fresh));
        return outcomes;
    }

    /** What is to be told of somebody; empty where they are new. */
    private Optional<Registered> decided(Outcome search, Person person, Strangers strangers) {
        return switch (search) {
            case Outcome.Exact(var one) -> Optional.of(new Registered.Known(one.uln()));
            case Outcome.TooMany _ -> Optional.of(new Registered.TooMany());
            case Outcome.Possible(var some) ->
                Optional.of(candidates
                        .meant(some)
                        .<Registered>map(one -> new Registered.Known(one.uln()))
                        .orElseGet(() -> new Registered.Possible(some.size())));
            case Outcome.None _ -> {
                var alike = strangers.alike(person);
                yield alike == 0 ? Optional.empty() : Optional.of(new Registered.Possible(alike));
            }
        };
    }

    /** What a find of each would have written and counted. */
    private void noteFound(Actor.OrganisationUser officer, Map<String, Registered> outcomes) {
        var events = new ArrayList<LedgerEvent>();
        var known = new ArrayList<Uln>();
        var unclear = new ArrayList<String>();
        outcomes.forEach((facts, outcome) -> {
            if (outcome instanceof Registered.Known(var uln)) {
                known.add(uln);
                events.add(RegisterEvent.done(officer, uln, "learner.found-in-file", "uln"));
            } else {
                unclear.add(facts);
                var reason = outcome instanceof Registered.TooMany ? "too-many" : "several-alike";
                events.add(FindEvent.nobody(officer, Optional.empty(), reason));
            }
        });
        ledger.writeAll(events);
        parts.quota.foundByFile(officer.organisation(), known, unclear);
    }

    private Map<String, Registered> numbered(Actor.OrganisationUser officer, Map<String, LearnerToRegister> fresh) {
        if (fresh.isEmpty()) return Map.of();
        var numbers = parts.issuing.draw(fresh.size()).iterator();
        var outcomes = new LinkedHashMap<String, Registered>();
        var entered = new LinkedHashMap<Uln, LearnerToRegister>();
        var byFacts = new LinkedHashMap<String, Uln>();
        fresh.forEach((facts, learner) -> {
            var uln = numbers.next();
            entered.put(uln, learner);
            byFacts.put(facts, uln);
            outcomes.put(facts, new Registered.New(uln));
        });
        enter(officer, entered);
        parts.finds.noteRegistered(officer.organisation(), byFacts);
        return outcomes;
    }

    /** The first of those who are the same is new, and the others are again. */
    private static List<Registered> inOrder(
            List<LearnerToRegister> learners,
            Function<LearnerToRegister, String> facts,
            Map<String, Registered> outcomes,
            Map<LearnerToRegister, Registered> rejected) {
        var told = new HashSet<String>();
        var inOrder = new ArrayList<Registered>();
        for (var one : learners) {
            var no = rejected.get(one);
            var key = no == null ? facts.apply(one) : "";
            var outcome = no == null ? outcomes.get(key) : no;
            if (outcome == null) throw new IllegalStateException("everybody is decided");
            if (outcome instanceof Registered.New(var uln) && !told.add(key)) outcome = new Registered.Again(uln);
            inOrder.add(outcome);
        }
        return inOrder;
    }
}
