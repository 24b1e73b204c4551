package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/**
 * Wrong passwords as fast as 10,000 in ten minutes, from many places, at every learner's account. As a rule for 20 seconds
 * from twenty places; {@code -Dstorm.seconds=600} is the whole of it, from a hundred.
 */
class StormIT {
    private static final int SECONDS = Integer.getInteger("storm.seconds", 20);
    private static final Duration BETWEEN = Duration.ofMillis(60);
    private static final int PLACES = Math.max(20, SECONDS / 6);
    private static final int CALM_VISITS = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Server server = Server.running();
    private final List<DemoAccount> learners = DemoAccount.all().stream()
            .filter(account -> account.kind().equals("learner"))
            .toList();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

    @Test
    void everybodyElseSignsInAndLooksAndNobodyIsLockedOut() throws ExecutionException, InterruptedException {
        for (var i = 0; i < CALM_VISITS; i++) visit("warm-" + i, i);
        var calm = median(IntStream.range(0, CALM_VISITS)
                .mapToObj(i -> visit("calm-" + i, i))
                .toList());
        var rounds = (int) Duration.ofSeconds(SECONDS).dividedBy(BETWEEN);
        try (var attackers = Executors.newScheduledThreadPool(PLACES);
                var people = Executors.newSingleThreadExecutor()) {
            var tries = IntStream.range(0, rounds)
                    .mapToObj(i -> attackers.schedule(
                            () -> answers.add(wrong(i)), i * BETWEEN.toMillis(), TimeUnit.MILLISECONDS))
                    .toList();
            Callable<List<Duration>> meanwhile = () -> {
                var visits = new ArrayList<Duration>();
                while (!tries.stream().allMatch(Future::isDone))
                    visits.add(visit("phone-" + visits.size(), visits.size()));
                return visits;
            };

            assertThat(median(people.submit(meanwhile).get()))
                    .as("in the storm; without it %s", calm)
                    .isLessThan(calm.multipliedBy(5).plus(PATIENCE));
        }

        assertThat(answers).hasSize(rounds).allMatch(status -> status == 401 || status == 429);
        for (var learner : learners)
            server.rest().signIn(learner.username()).get("/me").expect(200);
    }

    private int wrong(int number) {
        var learner = learners.get(number % learners.size());
        return from("storm-" + number % PLACES)
                .post(
                        "/session",
                        "{\"username\":\"" + learner.username() + "\",\"password\":\"a wrong one, number " + number
                                + "\"}")
                .status();
    }

    /** A learner comes, signs in and looks; how long it takes. */
    private Duration visit(String place, int number) {
        var learner = learners.get(number % learners.size());
        var begin = System.nanoTime();
        var phone = from(place);
        phone.signIn(learner.username()).get("/me").expect(200);
        phone.get("//help").expect(200);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration median(List<Duration> visits) {
        return visits.stream().sorted().toList().get(visits.size() / 2);
    }

    private Rest from(String place) {
        return server.rest().with(Server.CLIENT_HEADER, place);
    }
}
