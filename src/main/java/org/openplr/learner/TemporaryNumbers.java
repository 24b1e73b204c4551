package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.audit.Outcome;
import org.openplr.learner.TemporaryNumber.Advice;
import org.openplr.learner.TemporaryNumber.Origin;
import org.openplr.learner.TemporaryNumber.Said;
import org.openplr.learner.TemporaryNumber.State;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Cursor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * The work list of an organisation: its learners who are still on 9999999999, and what to do about each. Looking for one is
 * a find like any other, with its quota and its entry in the ledger; so nobody is looked for by seeing the list.
 */
@Service
public class TemporaryNumbers {
    private static final int LONGEST_PAGE = 500;

    private final TemporaryTable table;
    private final Finding finding;
    private final Ledger ledger;

    @Inject
    TemporaryNumbers(TemporaryTable table, Finding finding, Ledger ledger) {
        this.table = table;
        this.finding = finding;
        this.ledger = ledger;
    }

    /**
     * Somebody to be noted.
     *
     * @param reference the organisation's own, or empty
     * @param advice what is known already
     */
    public record Entry(String reference, Said said, Origin origin, Advice advice) {
        @Override
        public String toString() {
            return "Entry[]";
        }
    }

    /**
     * Which are wanted.
     *
     * @param text part of a name or of a reference, empty for all
     */
    public record Wanted(State state, @Nullable Advice advice, String text) {
        public static final Wanted OPEN = new Wanted(State.OPEN, null, "");
    }

    /** Some of them, the newest first; {@code next} is where the next page begins. */
    public record Listed(List<TemporaryNumber> some, Optional<String> next) {
        public Listed {
            some = List.copyOf(some);
        }
    }

    /**
     * What a find said.
     *
     * @param found empty where something is missing, and nobody was looked for
     */
    public record Looked(TemporaryNumber number, Optional<Found> found) {}

    /**
     * Notes somebody, or what is said now of somebody noted before by the same reference.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE without a family name or a reference
     */
    public TemporaryNumber note(Actor.OrganisationUser by, String reference, Said said, Origin origin) {
        Right.RESOLVE_TEMPORARY_NUMBERS.require(by);
        var faults = new ArrayList<Fault>();
        if (said.familyName().isBlank() && reference.isBlank()) faults.add(Fault.at("FamilyName", "missing"));
        if (reference.length() > 128) faults.add(Fault.at("MISIdentifier", "too-long", "128"));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        var advice = said.missing().isEmpty() ? Advice.NOT_LOOKED : Advice.INSUFFICIENT;
        var id = table.put(by, new Entry(reference.strip(), said, origin, advice));
        ledger.write(new RegisterEvent(
                by, Optional.empty(), "learner.temporary-noted", Outcome.ALLOWED, "", List.of(origin.text())));
        return there(by, id);
    }

    /**
     * What a file said of some: those who are on 9999999999 still, and by their references those who have a number now. The
     * same again changes nothing.
     *
     * @throws Mistake NOT_FOUND for whoever may not
     */
    public void fromFile(Actor.OrganisationUser by, List<Entry> open, Map<String, Uln> numbered) {
        Right.SEND_LEARNER_FILES.require(by);
        var there = table.open(by.organisation());
        table.putAll(by, open, there.keySet());
        if (!open.isEmpty())
            ledger.write(new RegisterEvent(
                    by, Optional.empty(), "learner.temporary-noted", Outcome.ALLOWED, "", List.of("file")));
        numbered.forEach((reference, uln) -> {
            var id = there.get(TemporaryTable.place(reference));
            if (id != null) end(by, id, State.RESOLVED, uln);
        });
    }

    /** Some of an organisation's own, the newest first. */
    public Listed list(Actor.OrganisationUser by, Wanted wanted, Optional<String> cursor, int limit) {
        Right.RESOLVE_TEMPORARY_NUMBERS.require(by);
        var length = Math.clamp(limit, 1, LONGEST_PAGE);
        var some = table.page(by.organisation(), wanted, Cursor.of(cursor), length + 1);
        if (some.size() <= length) return new Listed(some, Optional.empty());
        var page = some.subList(0, length);
        return new Listed(page, Optional.of(Cursor.after(page.getLast().id()).text()));
    }

    /** One of an organisation's own. */
    public Optional<TemporaryNumber> find(Actor.OrganisationUser by, UUID id) {
        Right.RESOLVE_TEMPORARY_NUMBERS.require(by);
        return table.find(by.organisation(), id);
    }

    /**
     * Looks for whom it is: a find, as any other.
     *
     * @throws Mistake NOT_FOUND
     */
    public Looked look(Actor.OrganisationUser by, UUID id) {
        Right.RESOLVE_TEMPORARY_NUMBERS.require(by);
        var number = there(by, id);
        var person = number.said().person();
        if (person.isEmpty()) {
            table.advise(by.organisation(), id, Advice.INSUFFICIENT);
            return new Looked(there(by, id), Optional.empty());
        }
        var found = finding.find(by, person.get(), FindType.FULL);
        advice(found).ifPresent(advice -> table.advise(by.organisation(), id, advice));
        return new Looked(there(by, id), Optional.of(found));
    }

    private static Optional<Advice> advice(Found found) {
        return switch (found) {
            case Found.Exact _, Found.Linked _, Found.Exists _ -> Optional.of(Advice.EXACT);
            case Found.Possible _, Found.Unclear _ -> Optional.of(Advice.POSSIBLE);
            case Found.TooMany _ -> Optional.of(Advice.TOO_MANY);
            case Found.None _ -> Optional.of(Advice.NONE);
            case Found.OverQuota _ -> Optional.empty();
        };
    }

    /** What came of taking a number. */
    public sealed interface Taken {
        record Done() implements Taken {}

        /** A find does not show this number for them. */
        record NotShown() implements Taken {}

        /** It was resolved or removed meanwhile. */
        record Ended() implements Taken {}
    }

    /**
     * Takes a number, if a find shows it now.
     *
     * @throws Mistake NOT_FOUND
     */
    public Taken take(Actor.OrganisationUser by, UUID id, Uln uln) {
        var looked = look(by, id);
        if (!looked.number().isOpen()) return new Taken.Ended();
        if (looked.found().filter(found -> shows(found, uln)).isEmpty()) return new Taken.NotShown();
        return end(by, id, State.RESOLVED, uln) ? new Taken.Done() : new Taken.Ended();
    }

    private static boolean shows(Found found, Uln uln) {
        return switch (found) {
            case Found.Exact(var one) -> one.uln().equals(uln);
            case Found.Linked linked -> linked.learner().uln().equals(uln);
            case Found.Possible(var some) ->
                some.stream().anyMatch(one -> one.uln().equals(uln));
            case Found.Exists _, Found.None _, Found.OverQuota _, Found.TooMany _, Found.Unclear _ -> false;
        };
    }

    /** One was registered, from the list: the number is theirs. Nothing happens where it is off the list already. */
    public void registered(Actor.OrganisationUser by, UUID id, Uln uln) {
        Right.RESOLVE_TEMPORARY_NUMBERS.require(by);
        end(by, id, State.RESOLVED, uln);
    }

    /**
     * Takes one off the list that nobody needs; again changes nothing.
     *
     * @throws Mistake NOT_FOUND
     */
    public void remove(Actor.OrganisationUser by, UUID id) {
        Right.RESOLVE_TEMPORARY_NUMBERS.require(by);
        there(by, id);
        end(by, id, State.REMOVED, null);
    }

    private boolean end(Actor.OrganisationUser by, UUID id, State state, @Nullable Uln uln) {
        var ended = table.end(by, id, state, uln);
        if (ended)
            ledger.write(new RegisterEvent(
                    by, Optional.ofNullable(uln), "learner.temporary-" + state.text(), Outcome.ALLOWED, "", List.of()));
        return ended;
    }

    private TemporaryNumber there(Actor.OrganisationUser by, UUID id) {
        return table.find(by.organisation(), id).orElseThrow(Mistake::notFound);
    }
}
