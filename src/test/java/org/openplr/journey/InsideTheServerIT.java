package org.openplr.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.File;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openplr.identity.SignIn;
import org.openplr.identity.Welcome;
import org.openplr.learner.Learners;
import org.openplr.party.Uln;
import org.openplr.record.Records;

/** Runs inside the server, in the built WAR: the wiring is the server's own, and so are the transactions. */
@ArquillianTest
class InsideTheServerIT {
    private static final Uln SIAN = new Uln("8052553457");
    private static final String PASSWORD = "the-heron-waits-by-the-weir";

    @Inject
    SignIn signIn;

    @Inject
    Learners learners;

    @Inject
    Records records;

    @Inject
    DataSource dataSource;

    @Deployment
    static WebArchive theBuiltOne() {
        return ShrinkWrap.create(ZipImporter.class, "openplr.war")
                .importFrom(new File(System.getProperty("openplr.war")))
                .as(WebArchive.class);
    }

    @Test
    void servicesAreWiredAndTheDemoDataIsThere() {
        var learner = learners.find(SIAN).orElseThrow();

        assertTrue(records.of(learner).events().size() > 5);
        assertInstanceOf(Welcome.class, signIn.with("sian", PASSWORD, "", "inside"));
    }

    @Test
    void whatTheLedgerCannotTakeDoesNotHappen() throws SQLException {
        var before = visits();
        run("create trigger ledger_refuses after insert on ledger_entry referencing new as entry for each row"
                + " values 1 / (length(entry.id) - 36)");
        try {
            assertThrows(RuntimeException.class, () -> signIn.with("sian", PASSWORD, "", "inside"));
        } finally {
            run("drop trigger ledger_refuses");
        }

        assertEquals(before, visits());
    }

    private void run(String statement) throws SQLException {
        try (var connection = dataSource.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** When the account was last entered, and how many entries the ledger has. */
    private List<String> visits() throws SQLException {
        try (var connection = dataSource.getConnection();
                var sql = connection.createStatement();
                var row = sql.executeQuery("select last_visit, (select count(*) from ledger_entry)"
                        + " from identity_account where username_key = 'sian'")) {
            row.next();
            return List.of(String.valueOf(row.getTimestamp(1)), row.getString(2));
        }
    }
}
