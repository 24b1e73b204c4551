package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openplr.audit.Ledger;
import org.openplr.learner.Candidates.Candidate;
import org.openplr.learner.Candidates.Outcome;
import org.openplr.matching.Agreement;
import org.openplr.matching.Person;
import org.openplr.party.Actor;
import org.openplr.party.Gender;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * Finds learners for organisations, by what is known of a person or by a number with its names, and writes down every find,
 * those of nobody too. How it is found out is the business of {@link Candidates}; this is who may, and what is told.
 */
@Service
public class Finding {
    private static final Logger LOG = Logger.getLogger(Finding.class.getName());

    private final Candidates candidates;
    private final Learners learners;
    private final Quota quota;
    private final Finds finds;
    private final Ledger ledger;

    @Inject
    Finding(Candidates candidates, Learners learners, Quota quota, Finds finds, Ledger ledger) {
        this.candidates = candidates;
        this.learners = learners;
        this.quota = quota;
        this.finds = finds;
        this.ledger = ledger;
    }

    /**
     * Finds by demographics.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE without both names and a date of birth (WSRC0015)
     */
    public Found find(Actor.OrganisationUser actor, Person wanted, FindType type) {
        require(actor, type);
        insist(wanted);
        if (!quota.allows(actor, 1)) return overQuota(actor);
        var facts = Finds.facts(actor.organisation(), wanted);
        // Only who may register needs it; whoever was found is not registered again, whatever was noted.
        if (Right.REGISTER_LEARNERS.isOf(actor)) finds.note(actor.organisation(), facts);
        return switch (candidates.search(wanted).outcome()) {
            case Outcome.Exact(var one) -> one(actor, one, type);
            case Outcome.Possible(var some) -> possible(actor, some, type);
            case Outcome.TooMany() -> missed(actor, facts, "too-many", new Found.TooMany());
            case Outcome.None() -> missed(actor, facts, "nobody-found", new Found.None());
        };
    }

    /**
     * Finds by a number. Without the names that go with it, or near enough to be looked at, it is as if there were nobody;
     * the learner sees the try.
     *
     * @throws Mistake NOT_FOUND for whoever may not
     */
    public Found find(Actor.OrganisationUser actor, Uln number, String givenName, String familyName, FindType type) {
        require(actor, type);
        if (!quota.allows(actor, 1)) return overQuota(actor);
        var known = learners.find(number);
        if (known.isEmpty()) return missed(actor, Finds.digest(number.digits()), "nobody-found", new Found.None());
        var wanted = Person.of(givenName, familyName, null, Gender.UNKNOWN, "");
        var one = candidates.compared(wanted, number, known.get().uln());
        var names = one.agreements().subList(0, 3).stream()
                .map(field -> field.agreement())
                .toList();
        if (names.stream().allMatch(Agreement.EXACT::equals)) return one(actor, one, type);
        if (names.contains(Agreement.DIFFERENT) || names.contains(Agreement.NOT_COMPARED)) {
            quota.missed(actor, List.of(Finds.digest(number.digits())));
            return nobody(actor, Optional.of(one.uln()), "wrong-facts", new Found.None());
        }
        return possible(actor, List.of(one), type);
    }

    private static void require(Actor.OrganisationUser actor, FindType type) {
        switch (type) {
            case FULL -> Right.FIND_LEARNERS.require(actor);
            case CHECK -> Right.CHECK_LEARNERS.require(actor);
        }
    }

    private static void insist(Person wanted) {
        var faults = new ArrayList<Fault>();
        if (wanted.givenName().isBlank()) faults.add(Fault.at("GivenName", "missing"));
        if (wanted.familyName().isBlank()) faults.add(Fault.at("FamilyName", "missing"));
        if (wanted.dateOfBirth() == null) faults.add(Fault.at("DateOfBirth", "missing"));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }

    /** Nothing is looked for; the learner, if there is one, is not touched. */
    private Found overQuota(Actor.OrganisationUser actor) {
        LOG.log(Level.WARNING, "a quota of finds is used up by account {0}", actor.account());
        return nobody(actor, Optional.empty(), "over-quota", new Found.OverQuota(quota.untilTomorrow()));
    }

    private Found missed(Actor.OrganisationUser actor, String digest, String reason, Found found) {
        quota.missed(actor, List.of(digest));
        return nobody(actor, Optional.empty(), reason, found);
    }

    private void shown(Actor.OrganisationUser actor, List<Candidate> some) {
        quota.shown(actor, some.stream().map(Candidate::uln).toList());
        if (some.stream().anyMatch(Candidate::sensitive))
            LOG.log(Level.WARNING, "a sensitive learner was shown to account {0}", actor.account());
    }

    private Found one(Actor.OrganisationUser actor, Candidate one, FindType type) {
        shown(actor, List.of(one));
        return switch (type) {
            case CHECK -> {
                ledger.write(FindEvent.checked(actor, one.uln()));
                yield new Found.Exists(one.uln(), one.asKnownBy());
            }
            case FULL -> {
                ledger.write(FindEvent.found(actor, one.uln()));
                yield one.asKnownBy().equals(one.uln()) ? new Found.Exact(one) : new Found.Linked(one.asKnownBy(), one);
            }
        };
    }

    private Found possible(Actor.OrganisationUser actor, List<Candidate> some, FindType type) {
        return switch (type) {
            case CHECK -> {
                var meant = candidates.meant(some);
                yield meant.isPresent()
                        ? one(actor, meant.get(), type)
                        : nobody(actor, Optional.empty(), "several-alike", new Found.Unclear());
            }
            case FULL -> {
                shown(actor, some);
                ledger.writeAll(some.stream()
                        .map(one -> FindEvent.possible(actor, one.uln()))
                        .toList());
                yield new Found.Possible(some);
            }
        };
    }

    private Found nobody(Actor.OrganisationUser actor, Optional<Uln> subject, String reason, Found found) {
        ledger.write(FindEvent.nobody(actor, subject, reason));
        return found;
    }
}
