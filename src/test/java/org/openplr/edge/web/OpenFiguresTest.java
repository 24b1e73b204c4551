package org.openplr.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.YearMonth;
import org.openplr.audit.AuditFixtures;
import org.openplr.organisation.OrganisationFixtures;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

class OpenFiguresTest {
    private final FixedClock clock = FixedClock.at("1990-03-31T22:59:00Z");

    @OnBothDatabases
    void theyAreCountedOnceAnHourHoweverManyAsk(Database db) {
        var within = db.statements(em -> {
            var figures = figures(em);
            for (var i = 0; i < 100; i++) figures.now();
            clock.forward(Duration.ofMinutes(59));
            for (var i = 0; i < 100; i++) figures.now();
        });
        var again = db.statements(em -> {
            var figures = figures(em);
            figures.now();
            clock.forward(Duration.ofMinutes(61));
            figures.now();
            figures.now();
        });

        assertThat(within).isEqualTo(2);
        assertThat(again).isEqualTo(4);
    }

    @OnBothDatabases
    void theMonthIsTheLastWholeOneInTheUnitedKingdom(Database db) {
        db.run(em -> {
            var figures = figures(em);

            assertThat(figures.now().month()).isEqualTo(YearMonth.of(1990, 2));
            clock.forward(Duration.ofMinutes(61));
            assertThat(figures.now().month()).as("summer time has begun").isEqualTo(YearMonth.of(1990, 3));
        });
    }

    private OpenFigures figures(EntityManager em) {
        return new OpenFigures(OrganisationFixtures.organisations(em), AuditFixtures.ledger(em, clock), clock);
    }
}
