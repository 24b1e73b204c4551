package org.openplr.learner;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Cursor;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * Numbers of which one person has two, and numbers that never should have been: linked, unlinked, deleted, each with a
 * reason, and told to everybody who works with numbers.
 */
@Service
public class NumberKeeping {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST = 250;
    private static final int LONGEST_PAGE = 100;
    private static final String NOTE =
            "insert into learner_number_change (id, changed_at, kind, uln, master, reason, why," + " account) values ("
                    + Sql.places(8) + ")";
    private static final String CHANGES = "select id, kind, changed_at, uln, master from learner_number_change"
            + " where kind = ? and changed_at >= ? and changed_at < ? and id < ? order by id desc"
            + " fetch first ? rows only";
    private static final String BLANK = "update learner set given_name = '', family_name = '', title = null,"
            + " preferred_given_name = null, middle_name = null, previous_family_name = null, family_name_at_16 = null,"
            + " date_of_birth = ?, gender_code = 0, address_line_1 = null, address_line_2 = null, town = null,"
            + " county = null, postcode = '', address_since = null, place_of_birth = null, school_at_16 = null,"
            + " nationality = null, scottish_candidate_number = null, upn = null, uci = null, husid = null,"
            + " ucas_id = null, email = null, verification_code = 0, other_verification = null, notes = null,"
            + " deleted_at = ?, changed_at = ?, version_no = version_no + 1 where uln = ? and version_no = ?";

    private final LearnerRegister register;
    private final Learners learners;
    private final Links links;
    private final Iterable<KeepsNumber> keepers;
    private final Ledger ledger;

    @Inject
    NumberKeeping(
            LearnerRegister register,
            Learners learners,
            Links links,
            @Any Instance<KeepsNumber> keepers,
            Ledger ledger) {
        this(register, learners, links, (Iterable<KeepsNumber>) keepers, ledger);
    }

    NumberKeeping(
            LearnerRegister register, Learners learners, Links links, Iterable<KeepsNumber> keepers, Ledger ledger) {
        this.register = register;
        this.learners = learners;
        this.links = links;
        this.keepers = keepers;
        this.ledger = ledger;
    }

    /** Why a number is deleted; the list is our own. */
    public enum DeletionReason {
        /** Nobody is meant by it: a test, a slip. */
        NOBODY,
        /** Whoever is meant should never have been registered. */
        IN_ERROR;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What became of it. */
    public sealed interface Change {
        record Done() implements Change {}

        /** It was so already. */
        record Unchanged() implements Change {}

        /** It cannot be; the code says why. */
        record Refused(String reason) implements Change {}
    }

    /** The rows behind it. */
    @org.openplr.platform.Part
    static class Links {
        private final Sql sql;
        private final LearnerLinks links;
        private final MatchKeyTable keys;
        private final LearnerVersions versions;
        private final Marks marks;
        private final Chance chance;

        @Inject
        Links(Sql sql, LearnerLinks links, MatchKeyTable keys, LearnerVersions versions, Marks marks, Chance chance) {
            this.sql = sql;
            this.links = links;
            this.keys = keys;
            this.versions = versions;
            this.marks = marks;
            this.chance = chance;
        }

        private void note(NumberChange.Kind kind, Uln uln, @Nullable Uln master, String reason, Because because) {
            sql.update(
                    NOTE,
                    Arrays.asList(
                            chance.ids.next(),
                            chance.now(),
                            kind.name(),
                            uln.digits(),
                            master == null ? null : master.digits(),
                            reason,
                            because.why(),
                            because.values().get(1)));
        }

        /** The row stays, without what was said of the person: the versions have that. */
        private void blank(LearnerRow row, Because because) {
            var uln = row.details().uln();
            keys.forget(row.details());
            var now = chance.now();
            var values = new ArrayList<@Nullable Object>(
                    List.of(BulkLoading.NOT_KNOWN, now, now, uln.digits(), row.version()));
            if (sql.update(BLANK, values) == 0) throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
            var nobody = new LearnerToRegister(
                    new LearnerDetails.Names(null, "", null, null, "", null, null),
                    BulkLoading.NOT_KNOWN,
                    org.openplr.party.Gender.UNKNOWN,
                    new LearnerDetails.Address(null, null, null, null, "", null),
                    new LearnerDetails.Background(null, null, null, null),
                    LearnerDetails.Numbers.NONE,
                    null,
                    new LearnerDetails.Verification(org.openplr.party.VerificationType.NONE, null),
                    row.details().abilityToShare(),
                    null);
            versions.note(List.of(new LearnerVersions.Step(row, row.details().saying(nobody))), because, now);
        }
    }

    /** Time and ids. */
    @org.openplr.platform.Part
    static class Chance {
        private final InstantSource clock;
        private final Ids ids;

        @Inject
        Chance(InstantSource clock, Ids ids) {
            this.clock = clock;
            this.ids = ids;
        }

        private Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** From now on the superseded number leads to the master: both are one person's. */
    public Change link(Actor.Administrator administrator, Uln superseded, Uln master, String why) {
        Right.KEEP_NUMBERS.require(administrator);
        var because = new Because(administrator, reason(why));
        if (learners.find(superseded).isEmpty()) return new Change.Refused("superseded-unknown");
        return switch (links.links.link(superseded, master)) {
            case LearnerLinks.Linking.Refused(var fault) -> new Change.Refused(fault.code());
            case LearnerLinks.Linking.Unchanged() -> new Change.Unchanged();
            case LearnerLinks.Linking.Linked() -> {
                links.note(NumberChange.Kind.LINKED, superseded, master, "one-person", because);
                ledger.write(RegisterEvent.done(administrator, master, "learner.linked", "uln"));
                yield new Change.Done();
            }
        };
    }

    /** They were two people after all: everything of both is as it was. */
    public Change unlink(Actor.Administrator administrator, Uln superseded, String why) {
        Right.KEEP_NUMBERS.require(administrator);
        var because = new Because(administrator, reason(why));
        var master = links.links.unlink(superseded);
        if (master.isEmpty()) return new Change.Refused("not-linked");
        links.note(NumberChange.Kind.UNLINKED, superseded, master.get(), "two-people", because);
        ledger.writeAll(List.of(
                RegisterEvent.done(administrator, master.get(), "learner.unlinked", "uln"),
                RegisterEvent.done(administrator, superseded, "learner.unlinked", "uln")));
        return new Change.Done();
    }

    /**
     * Nobody has this number any more, and nobody will. A number on which an account, learning events or another number hang
     * is not deleted.
     */
    public Change delete(Actor.Administrator administrator, Uln number, DeletionReason reason, String why) {
        Right.KEEP_NUMBERS.require(administrator);
        var because = new Because(administrator, reason(why));
        var row = register.row(number);
        var learner = learners.find(number);
        if (row.isEmpty() || learner.isEmpty()) return new Change.Refused("unknown");
        if (learner.get().numbers().size() > 1) return new Change.Refused("is-linked");
        var kept = StreamSupport.stream(keepers.spliterator(), false)
                .anyMatch(keeper -> keeper.keeps(learner.get().numbers()));
        if (kept) return new Change.Refused("something-hangs-on-it");
        links.blank(row.get(), because);
        links.marks.end(learner.get().numbers(), administrator.account().toString(), "number-deleted");
        links.note(NumberChange.Kind.DELETED, number, null, reason.text(), because);
        ledger.write(RegisterEvent.done(administrator, number, "learner.deleted"));
        return new Change.Done();
    }

    /**
     * Numbers that were changed in a way, between two days, both included.
     *
     * <p>The report of the LRS also tells names and dates of birth; ours tells numbers only (ADR 37).
     */
    public record Wanted(NumberChange.Kind kind, LocalDate from, LocalDate to) {}

    /**
     * Some of them, the newest first.
     *
     * @param next the cursor of the next, older page; empty on the last
     */
    public record Page(List<NumberChange> changes, Optional<String> next) {
        public Page {
            changes = List.copyOf(changes);
        }
    }

    private record Noted(UUID id, NumberChange change) {}

    /**
     * A page of them, 100 at most.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE for days of no year of the schema or a cursor that is none
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page changes(Actor who, Wanted wanted, Optional<String> cursor, int limit) {
        Right.READ_NUMBER_CHANGES.require(who);
        var faults = Stream.of(LearnerRules.yearFault("from", wanted.from), LearnerRules.yearFault("to", wanted.to))
                .flatMap(Optional::stream)
                .toList();
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        var length = Math.clamp(limit, 1, LONGEST_PAGE);
        var found = links.sql.rows(
                CHANGES,
                row -> new Noted(row.id("id"), NumberChange.read(row)),
                List.of(
                        wanted.kind.name(),
                        wanted.from.atStartOfDay(UK).toInstant(),
                        wanted.to.plusDays(1).atStartOfDay(UK).toInstant(),
                        Cursor.of(cursor).before(),
                        length + 1));
        var page = found.subList(0, Math.min(length, found.size()));
        return new Page(
                page.stream().map(Noted::change).toList(),
                found.size() > length
                        ? Optional.of(Cursor.after(page.getLast().id()).text())
                        : Optional.empty());
    }

    /** The learner of a number, for an administrator who is to decide about it: that they are there, and no more. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Learner> find(Actor.Administrator administrator, Uln number) {
        Right.KEEP_NUMBERS.require(administrator);
        return learners.find(number);
    }

    /**
     * A reason as it is kept.
     *
     * @throws Mistake UNPROCESSABLE where it is none in words
     */
    static String reason(String typed) {
        var reason = typed.strip().replaceAll("\\s+", " ");
        if (reason.split(" ", -1).length < FEWEST_WORDS)
            throw Mistake.unprocessable(Fault.at("why", "reason-words", Integer.toString(FEWEST_WORDS)));
        if (reason.length() > LONGEST)
            throw Mistake.unprocessable(Fault.at("why", "too-long", Integer.toString(LONGEST)));
        return reason;
    }
}
