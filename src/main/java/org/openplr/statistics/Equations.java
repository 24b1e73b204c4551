package org.openplr.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A system of linear equations, brought to reduced row echelon form as its equations come (Gauss-Jordan). It is calculated modulo a
 * prime of 31 bits, so that nothing is rounded; the coefficients here are 1 and -1, for which it says the same as over the rationals
 * but for a coincidence of one in two thousand million.
 */
final class Equations {
    private static final long PRIME = 2_147_483_647L;

    private final int unknowns;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    Equations(int unknowns) {
        this.unknowns = unknowns;
    }

    /** Adds one equation; what stands on its right side does not matter to what can be solved. */
    void add(Map<Integer, Integer> coefficients) {
        var row = new long[unknowns];
        coefficients.forEach((unknown, coefficient) -> row[unknown] = Math.floorMod(coefficient, PRIME));
        for (var i = 0; i < rows.size(); i++) subtract(row, rows.get(i), row[pivots.get(i)]);
        var pivot = 0;
        while (pivot < unknowns && row[pivot] == 0) pivot++;
        if (pivot == unknowns) return;
        var inverse = inverse(row[pivot]);
        for (var i = 0; i < unknowns; i++) row[i] = row[i] * inverse % PRIME;
        for (var other : rows) subtract(other, row, other[pivot]);
        rows.add(row);
        pivots.add(pivot);
    }

    private static void subtract(long[] from, long[] row, long times) {
        if (times == 0) return;
        for (var i = 0; i < from.length; i++) from[i] = Math.floorMod(from[i] - times * row[i], PRIME);
    }

    /** By Fermat's little theorem. */
    private static long inverse(long number) {
        var result = 1L;
        var power = number;
        for (var exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) result = result * power % PRIME;
            power = power * power % PRIME;
        }
        return result;
    }

    /** The unknowns that have one solution only. */
    List<Integer> determined() {
        var determined = new ArrayList<Integer>();
        for (var i = 0; i < rows.size(); i++) {
            var others = 0;
            for (var coefficient : rows.get(i)) if (coefficient != 0) others++;
            if (others == 1) determined.add(pivots.get(i));
        }
        return determined;
    }
}
