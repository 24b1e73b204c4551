package org.openplr.edge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.openplr.challenge.ChallengeFixtures;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** Ten thousand open data challenges in one inbox, listed by REST on PostgreSQL. */
class ThousandsIT {
    private static final int MANY = 10_000;
    private static final int WARM = 100;
    private static final int MEASURED = 200;

    private final Server server = Server.on(Database.POSTGRESQL);

    @Test
    void theInboxIsListedWithinATenthOfASecond() {
        var office = server.rest().signIn("office");
        var sql = new Sql(server.dataSource());
        var copies = ChallengeFixtures.copies(sql, raised(), MANY);
        try {
            for (var i = 0; i < WARM; i++) list(office);
            var times = LongStream.range(0, MEASURED)
                    .map(_ -> list(office))
                    .sorted()
                    .toArray();

            var p50 = Duration.ofNanos(times[MEASURED / 2]);
            var p99 = Duration.ofNanos(times[MEASURED * 99 / 100]);
            System.out.printf("inbox of %d by REST: p50 %d ms, p99 %d ms%n", MANY, p50.toMillis(), p99.toMillis());
            assertThat(p99).isLessThanOrEqualTo(Duration.ofMillis(100));
        } finally {
            sql.batch(
                    "delete from challenge where id = ?",
                    copies.stream().map(id -> List.<Object>of(id)).toList());
        }
    }

    private static long list(Rest office) {
        var begun = System.nanoTime();
        assertThat(office.get("/challenges?limit=100").expect(200).json().get("items"))
                .hasSize(100);
        return System.nanoTime() - begun;
    }

    /** Łukasz says that a course of Harrowmere is told wrongly. */
    private UUID raised() {
        var lukasz = server.rest().signIn("lukasz");
        var record = lukasz.get("/me/record").expect(200).json();
        var event = StreamSupport.stream(record.get("events").spliterator(), false)
                .filter(one -> one.at("/provider/ukprn").asText().equals("19990055"))
                .map(one -> one.get("id").asText())
                .findFirst()
                .orElseThrow();
        var raised = lukasz.post("/me/challenges", """
            {"kind": "wrong", "event": "%s", "supplied": {"grade": "Distinction"}, "explanation": "certificate"}\
            """.formatted(event)).expect(201);
        return UUID.fromString(raised.json().get("id").asText());
    }
}
