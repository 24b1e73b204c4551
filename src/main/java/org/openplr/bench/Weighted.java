package org.openplr.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Things drawn as often as their weights say. */
final class Weighted {
    private final List<String> things;
    private final double[] upTo;

    Weighted(List<String> things, List<Double> weights) {
        this.things = List.copyOf(things);
        this.upTo = new double[things.size()];
        var sum = 0.0;
        for (var i = 0; i < upTo.length; i++) {
            sum += weights.get(i);
            upTo[i] = sum;
        }
    }

    String draw(Random random) {
        var at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return things.get(Math.min(at < 0 ? -at - 1 : at, things.size() - 1));
    }
}
