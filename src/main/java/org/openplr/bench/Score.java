package org.openplr.bench;

import java.io.PrintWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Candidates;
import org.openplr.learner.Candidates.Candidate;
import org.openplr.learner.Candidates.Outcome;
import org.openplr.party.Uln;

/** What finds came to, beside what they should have. */
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
    private final Tally among = new Tally();
    private int expected;
    private int blocked;
    private int tooMany;
    private int none;
    private int finds;
    private int[] weighed = new int[1 << 12];
    private long[] nanos = new long[1 << 12];

    /**
     * Notes one find.
     *
     * @param meant null where nobody is
     * @return whether the best candidate is wrong
     */
    boolean add(Candidates.Search search, @Nullable Uln meant, long taken) {
        if (finds == nanos.length) {
            nanos = Arrays.copyOf(nanos, finds * 2);
            weighed = Arrays.copyOf(weighed, finds * 2);
        }
        nanos[finds] = taken;
        weighed[finds++] = search.weighed().size();
        if (meant != null) {
            expected++;
            if (search.weighed().contains(meant)) blocked++;
        }
        return switch (search.outcome()) {
            case Outcome.Exact(var one) -> {
                exact.add(is(one, meant));
                among.add(is(one, meant));
                best.add(is(one, meant));
                yield !is(one, meant);
            }
            case Outcome.Possible(var some) -> {
                among.add(some.stream().anyMatch(one -> is(one, meant)));
                if (!search.probable()) yield false;
                best.add(is(some.getFirst(), meant));
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

    private static boolean is(Candidate one, @Nullable Uln meant) {
        return one.uln().equals(meant);
    }

    void print(PrintWriter out, double seconds) {
        var times = Arrays.copyOf(nanos, finds);
        var sizes = Arrays.copyOf(weighed, finds);
        Arrays.sort(times);
        Arrays.sort(sizes);
        out.printf("%,d finds, %,d of them for somebody who is registered%n", finds, expected);
        out.println("EXACT                 " + exact.line(expected));
        out.println("best candidate        " + best.line(expected));
        out.println("among the candidates  " + among.line(expected));
        out.printf("blocking recall       %.5f%n", expected == 0 ? 1 : (double) blocked / expected);
        out.printf("outcomes              %,d none, %,d too many%n", none, tooMany);
        out.printf(
                "candidates scored     mean %.1f   p99 %d   max %d%n",
                Arrays.stream(sizes).average().orElse(0), finds == 0 ? 0 : sizes[at(finds)], last(sizes));
        if (finds == 0) return;
        out.printf(
                "finds                 %,.0f a second, p50 %.2f ms, p99 %.2f ms%n",
                finds / seconds, times[finds / 2] / 1e6, times[at(finds)] / 1e6);
    }

    private static int at(int count) {
        return (int) (0.99 * (count - 1));
    }

    private static int last(int[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }
}
