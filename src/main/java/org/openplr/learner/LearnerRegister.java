package org.openplr.learner;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Changes;
import org.openplr.platform.Intake;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Takes learners into the register, and changes of what it says: in batches, a query for hundreds at once. */
@Service
public class LearnerRegister {
    private static final int AT_ONCE = 500;

    private static final String DELETED = "select uln from " + Learners.BY_KEY + " where uln in (";

    private final Sql sql;
    private final MatchKeyTable matchKeys;
    private final LearnerVersions versions;
    private final InstantSource clock;

    @Inject
    LearnerRegister(Sql sql, MatchKeyTable matchKeys, LearnerVersions versions, InstantSource clock) {
        this.sql = sql;
        this.matchKeys = matchKeys;
        this.versions = versions;
        this.clock = clock;
    }

    /** Takes what a file says: {@link #take(List, Because)}. No file ends that somebody is sensitive. */
    public Intake take(List<LearnerDetails> learners) {
        return take(learners, Because.IMPORTED);
    }

    /** Registers those whose number is new and changes those who are known; the same again changes nothing. */
    Intake take(List<LearnerDetails> learners, Because because) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var intake = Intake.NOTHING;
        for (var from = 0; from < learners.size(); from += AT_ONCE) {
            var some = learners.subList(from, Math.min(from + AT_ONCE, learners.size()));
            intake = intake.plus(takeSome(some, because, now), from);
        }
        return intake;
    }

    /** Everything the register holds of whoever has this very number. */
    public Optional<LearnerDetails> details(Uln uln) {
        return row(uln).map(LearnerRow::details);
    }

    /**
     * Notes that somebody saw a Level One document of this learner, where nothing as good was seen before.
     *
     * @return whether it changed anything
     */
    public boolean raise(Actor by, Uln number, VerificationType seen) {
        var before = details(number);
        if (!seen.isLevelOne()
                || before.isEmpty()
                || before.get().verification().type().isLevelOne()) return false;
        return changed(before.get().verifiedBy(seen), new Because(by, "document-seen"));
    }

    /**
     * Notes what a learner is called now. A family name that changed becomes the previous one.
     *
     * @return whether it changed anything
     * @throws Mistake NOT_FOUND where there is no learner of this number, UNPROCESSABLE with every fault, STALE where somebody
     *     else changed the learner meanwhile
     */
    public boolean rename(Actor by, Uln number, String given, String family) {
        var before = details(number).orElseThrow(Mistake::notFound);
        return changed(before.renamed(given, family), new Because(by, "new-name"));
    }

    /**
     * Puts right what a learner is called and when they were born, as a data challenge was decided. A name that was wrong
     * was never theirs: it is no previous one.
     *
     * @return whether it changed anything
     * @throws Mistake NOT_FOUND where there is no learner of this number, UNPROCESSABLE with every fault, STALE where somebody
     *     else changed the learner meanwhile
     */
    public boolean correct(Actor by, Uln number, String given, String family, LocalDate born) {
        var before = details(number).orElseThrow(Mistake::notFound);
        return changed(before.corrected(given, family, born), new Because(by, "data-challenge"));
    }

    private boolean changed(LearnerDetails after, Because because) {
        var intake = take(List.of(after), because);
        if (!intake.refusals().isEmpty())
            throw Mistake.unprocessable(intake.refusals().getFirst().faults());
        return intake.changes().updated() == 1;
    }

    private Intake takeSome(List<LearnerDetails> learners, Because because, Instant now) {
        var refusals = new ArrayList<Intake.Refusal>();
        var sound = new LinkedHashMap<Uln, LearnerDetails>();
        var deleted = deleted(learners);
        for (var index = 0; index < learners.size(); index++) {
            var details = learners.get(index);
            var faults = new ArrayList<>(LearnerRules.faults(details.said(), now));
            if (deleted.contains(details.uln().digits())) faults.add(Fault.at("ULN", "deleted"));
            if (faults.isEmpty()) sound.put(details.uln(), details);
            else refusals.add(new Intake.Refusal(index, faults));
        }
        return new Intake(write(sound, because, now), refusals);
    }

    private Changes write(Map<Uln, LearnerDetails> sound, Because because, Instant now) {
        var known = known(sound.keySet());
        var fresh = new ArrayList<List<@Nullable Object>>();
        var changed = new ArrayList<List<@Nullable Object>>();
        var steps = new ArrayList<LearnerVersions.Step>();
        sound.forEach((uln, said) -> {
            var before = known.get(uln);
            var stays = before != null && before.details().sensitive() && because.equals(Because.IMPORTED);
            var details = stays ? said.said().as(uln, true) : said;
            if (before != null && before.details().equals(details)) return;
            if (before == null) fresh.add(LearnerRow.forInsert(details, now));
            else changed.add(before.forUpdate(details, now));
            steps.add(new LearnerVersions.Step(before, details));
        });
        sql.batch(LearnerRow.INSERT, fresh);
        if (sql.batch(LearnerRow.UPDATE, changed) != changed.size())
            throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
        matchKeys.note(steps);
        versions.note(steps, because, now);
        return new Changes(fresh.size(), changed.size(), sound.size() - fresh.size() - changed.size());
    }

    /** Those of these numbers that were somebody's and are nobody's any more. */
    private Set<String> deleted(List<LearnerDetails> learners) {
        if (learners.isEmpty()) return Set.of();
        var query = DELETED + Sql.places(learners.size()) + ") and deleted_at is not null";
        var digits = learners.stream().map(one -> one.uln().digits()).toList();
        return Set.copyOf(sql.rows(query, row -> row.text("uln"), digits));
    }

    /** One learner as the register has them, by this very number. */
    Optional<LearnerRow> row(Uln uln) {
        return Optional.ofNullable(known(List.of(uln)).get(uln));
    }

    private Map<Uln, LearnerRow> known(Collection<Uln> numbers) {
        var known = new HashMap<Uln, LearnerRow>();
        if (numbers.isEmpty()) return known;
        var query = "select " + LearnerRow.COLUMNS + " from " + Learners.BY_KEY + " where uln in ("
                + Sql.places(numbers.size()) + ") and deleted_at is null";
        var digits = numbers.stream().map(Uln::digits).toList();
        for (var row : sql.rows(query, LearnerRow::read, digits))
            known.put(row.details().uln(), row);
        return known;
    }
}
