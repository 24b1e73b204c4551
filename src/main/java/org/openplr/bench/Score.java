package org.openplr.bench;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Candidates;
import org.openplr.learner.Candidates.Candidate;
import org.openplr.learner.Candidates.Outcome;
import org.openplr.party.Uln;

/**
 * What finds came to, beside what they should have; several threads may note theirs. The best candidate is the first of every
 * answer that shows anybody, however improbable; the probable best one is it where it is rather meant than not (PROBABLE in
 * the table of weights, 0.9).
 */
final class Score {
    /** How often somebody was named, and how often it was the right one. */
    private static final class Tally {
        private int named;
        private int right;

        void add(boolean isRight) {
            named++;
            if (isRight) right++;
        }

        String line(int expected) {
            var precision = named == 0 ? 1 : (double) right / named;
            var recall = expected == 0 ? 1 : (double) right / expected;
            var f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            return "precision %.5f   recall %.5f   F1 %.5f   (%,d wrong of %,d)"
                    .formatted(precision, recall, f1, named - right, named);
        }
    }

    private final Tally exact = new Tally();
    private final Tally best = new Tally();
    private final Tally probable = new Tally();
    private final Tally among = new Tally();
    private int expected;
    private int blocked;
    private int tooMany;
    private int none;
    private int unknown;
    private long firstUnknown = Long.MAX_VALUE;
    private final Spread weighed = new Spread();
    private final Spread nanos = new Spread();

    /**
     * Notes one find.
     *
     * @param meant null where nobody is
     * @return whether the probable best candidate is wrong
     */
    synchronized boolean add(Candidates.Search search, @Nullable Uln meant, long taken) {
        nanos.add(taken);
        weighed.add(search.weighed().size());
        if (meant != null) {
            expected++;
            if (search.weighed().contains(meant)) blocked++;
        }
        return switch (search.outcome()) {
            case Outcome.Exact(var one) -> {
                exact.add(is(one, meant));
                among.add(is(one, meant));
                best.add(is(one, meant));
                probable.add(is(one, meant));
                yield !is(one, meant);
            }
            case Outcome.Possible(var some) -> {
                among.add(some.stream().anyMatch(one -> is(one, meant)));
                best.add(is(some.getFirst(), meant));
                if (!search.probable()) yield false;
                probable.add(is(some.getFirst(), meant));
                yield !is(some.getFirst(), meant);
            }
            case Outcome.TooMany() -> {
                tooMany++;
                yield false;
            }
            case Outcome.None() -> {
                none++;
                yield false;
            }
        };
    }

    /** Notes a query for somebody whom the register has not: nothing can be said of it. */
    synchronized void leftOut(PeopleFile.Line query) {
        unknown++;
        firstUnknown = Math.min(firstUnknown, query.number());
    }

    private static boolean is(Candidate one, @Nullable Uln meant) {
        return one.uln().equals(meant);
    }

    synchronized void print(PrintWriter out, double seconds) {
        if (unknown > 0)
            out.printf(
                    "WARNING: the expectedId of %,d queries is nobody's in the register, first in line %d;"
                            + " they are left out%n",
                    unknown, firstUnknown);
        out.printf("%,d finds, %,d of them for somebody who is registered%n", nanos.count(), expected);
        out.println("EXACT                    " + exact.line(expected));
        out.println("best candidate           " + best.line(expected));
        out.println("probable best candidate  " + probable.line(expected));
        out.println("among the candidates     " + among.line(expected));
        out.printf("blocking recall          %.5f%n", expected == 0 ? 1 : (double) blocked / expected);
        out.printf("outcomes                 %,d none, %,d too many%n", none, tooMany);
        out.printf(
                "candidates scored        mean %.1f   p99 %d   max %d%n",
                weighed.mean(), weighed.at(0.99), weighed.most());
        out.printf(
                "finds                    %,.0f a second, p50 %.2f ms, p99 %.2f ms%n",
                nanos.count() / seconds, nanos.at(0.5) / 1e6, nanos.at(0.99) / 1e6);
    }
}
