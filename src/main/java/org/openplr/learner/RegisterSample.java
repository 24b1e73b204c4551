package org.openplr.learner;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openplr.matching.ByChance;
import org.openplr.matching.Estimating;
import org.openplr.matching.Match;
import org.openplr.matching.Weights;
import org.openplr.party.Uln;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** People of the register, drawn at random, by whom the table of weights is estimated: nothing of them leaves here. */
@Service
public class RegisterSample {
    private static final int AT_ONCE = 100;

    /** Others whom each of those drawn is put beside. */
    private static final int BESIDE = 50;

    private static final String SOME = "select " + KnownPeople.COLUMNS + ", k.master from learner l"
            + " left join learner_link k on k.superseded = l.uln where l.uln >= ? and l.deleted_at is null"
            + " order by l.uln fetch first " + AT_ONCE + " rows only";

    private final Sql sql;
    private final Candidates candidates;

    @Inject
    RegisterSample(Sql sql, Candidates candidates) {
        this.sql = sql;
        this.candidates = candidates;
    }

    /** Estimates the table from so many people. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> estimated(Weights first, int many, Random random) {
        var drawn = drawn(many, random);
        var chance = new ByChance(first);
        for (var one : drawn) {
            var others = new ArrayList<Candidates.Known>();
            for (var i = 0; i < BESIDE; i++) others.add(drawn.get(random.nextInt(drawn.size())));
            others.removeIf(other -> other.master().equals(one.master()));
            chance.note(candidates.weigh(one.person(), others));
        }
        return Estimating.fromRegister(first, chance, (weights, told) -> {
            var weighing = candidates.weighing(weights);
            for (var one : drawn) told.accept(others(weighing, one));
        });
    }

    /** Everybody else who shares a key; who is linked with them is the same person for certain. */
    private static List<Match> others(Candidates weighing, Candidates.Known one) {
        var others = weighing.sharing(one.person()).stream()
                .filter(other -> !other.uln().equals(one.uln()))
                .toList();
        return weighing.weigh(one.person(), others).stream()
                .map(match -> others.get(match.candidate()).master().equals(one.master()) ? certain(match) : match)
                .toList();
    }

    private static Match certain(Match match) {
        return new Match(match.candidate(), 1, 1, match.agreements(), match.agreesInAll());
    }

    /** A hundred from each of many places: numbers are issued at random, and a register that was loaded may be in any order. */
    private List<Candidates.Known> drawn(int many, Random random) {
        var ends = sql.rows(
                        "select min(uln) as lowest, max(uln) as highest from learner",
                        row -> Map.entry(text(row.textIfAny("lowest")), text(row.textIfAny("highest"))),
                        List.of())
                .getFirst();
        var lowest = Long.parseLong(ends.getKey());
        var highest = Long.parseLong(ends.getValue());
        var drawn = new LinkedHashMap<Uln, Candidates.Known>();
        for (var tries = 0; drawn.size() < many && tries < 10 + 4 * many / AT_ONCE; tries++) {
            var from = String.format(Locale.ROOT, "%010d", random.nextLong(lowest, highest + 1));
            for (var one : sql.rows(SOME, KnownPeople::readLinked, List.of(from))) drawn.put(one.uln(), one);
        }
        return List.copyOf(drawn.values());
    }

    private static String text(@Nullable String uln) {
        return uln == null ? "0" : uln;
    }
}
