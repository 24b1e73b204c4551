package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
 * Wrong passwords as fast as 10,000 in ten minutes, from a hundred places, at every learner's account. As a rule for 20
 * seconds; {@code -Dstorm.seconds=600} is the whole of it.
 */
class StormIT {
    private static final int SECONDS = Integer.getInteger("storm.seconds", 20);
    private static final Duration BETWEEN = Duration.ofMillis(60);
    private static final int PLACES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Server server = Server.running();
    private final List<DemoAccount> learners = DemoAccount.all().stream()
            .filter(account -> account.kind().equals("learner"))
            .toList();
    private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

    @Test
    void everybodyElseSignsInAndLooksAndNobodyIsLockedOut() throws ExecutionException, InterruptedException {
        var rounds = (int) Duration.ofSeconds(SECONDS).dividedBy(BETWEEN);
        try (var attackers = Executors.newScheduledThreadPool(PLACES);
                var people = Executors.newSingleThreadExecutor()) {
            var tries = IntStream.range(0, rounds)
                    .mapToObj(i -> attackers.schedule(
                            () -> answers.add(wrong(i)), i * BETWEEN.toMillis(), TimeUnit.MILLISECONDS))
                    .toList();
            Callable<Integer> meanwhile = () -> {
                var visits = 0;
                while (!tries.stream().allMatch(Future::isDone)) visit(visits++);
                return visits;
            };

            assertThat(people.submit(meanwhile).get())
                    .as("visits in %d s", SECONDS)
                    .isGreaterThan(SECONDS / 10);
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

    /** A learner comes, signs in and looks, while their account is tried from everywhere. */
    private void visit(int number) {
        var learner = learners.get(number % learners.size());
        var begin = System.nanoTime();
        var phone = from("phone-" + number);
        phone.signIn(learner.username()).get("/me").expect(200);
        phone.get("//help").expect(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("the %dth visit", number)
                .isLessThan(PATIENCE);
    }

    private Rest from(String place) {
        return server.rest().with(Server.CLIENT_HEADER, place);
    }
}
