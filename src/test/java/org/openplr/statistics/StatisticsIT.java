package org.openplr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openplr.testing.Browser;
import org.openplr.testing.Server;
import org.openplr.testing.Visitor.Manner;

/** Anybody reads what the service counts, and nobody reads of a few. */
class StatisticsIT {
    private final Server server = Server.running();

    static Stream<Manner> manners() {
        return Stream.of(new Manner("en", 1280, true), new Manner("cy", 320, false));
    }

    /** The server makes the first soon after its start. */
    @BeforeEach
    void afterTheFirstRelease() {
        var patience = 120;
        while (server.rest().get("/statistics").status() != 200 && patience-- > 0)
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        server.rest().get("/statistics").expect(200);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void anybodyLooksAtTablesAndTheirPictures(Manner manner) {
        try (var anybody = Browser.visitor(server, manner)) {
            anybody.go("/");
            anybody.page().locator("footer a[href='/statistics']").click();
            anybody.look("statistics");
            assertThat(anybody.page().locator("#yearly a, #by-people a").count())
                    .isEqualTo(Table.values().length);
            for (var table : Table.values()) {
                assertThat(anybody.go("/statistics?table=" + table.text()).status())
                        .isEqualTo(200);
                anybody.look("statistics-" + table.text());
            }
            anybody.go("/statistics?table=taking-part");
            assertThat(anybody.page().locator("#figures tbody tr").count()).isPositive();
            assertThat(anybody.go("/statistics?table=everybody").status()).isEqualTo(404);
        }
    }

    @Test
    void programsReadTheSameAndNoFigureIsOfFewerThanTen() {
        var anybody = server.rest();
        var told = 0;
        for (var name : anybody.get("/statistics").expect(200).json().get("tables")) {
            var table = anybody.get("/statistics/" + name.asText()).expect(200).json();
            for (var row : table.get("rows")) {
                assertThat(figures(row)).allMatch(figure -> figure >= 10 && figure % 5 == 0);
                told += figures(row).size();
            }
            var csv = anybody.get("/statistics/" + name.asText() + "/table.csv")
                    .expect(200)
                    .text()
                    .lines()
                    .toList();
            assertThat(csv).hasSize(table.get("rows").size() + 1);
            assertThat(csv.getFirst()).startsWith("row,").endsWith(",total");
        }
        assertThat(told).isPositive();
        anybody.get("/statistics/everybody").expect(404);
    }

    private static List<Integer> figures(JsonNode row) {
        var people = StreamSupport.stream(row.get("people").spliterator(), false);
        return Stream.concat(people, Stream.ofNullable(row.get("total")))
                .map(JsonNode::asInt)
                .toList();
    }
}
