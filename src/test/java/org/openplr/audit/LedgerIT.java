package org.openplr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openplr.audit.Verdict.Fault;
import org.openplr.platform.Standalone;
import org.openplr.testing.Database;
import org.openplr.testing.Rest;
import org.openplr.testing.Server;

/** The ledger of the real server: what it did is sealed, and who kept key and checkpoint can tell whether it stays. */
@Timeout(600)
class LedgerIT {
    private final Server server = Server.on(Database.POSTGRESQL);
    private final Rest anyone = server.rest();

    @Test
    void whatTheServerDidIsSealedAndALaterChangeOfItIsNamed() throws SQLException {
        anyone.signIn("niamh");
        var key = NoteKey.parse(awaited("/ledger/key"));
        var before = checkpoint(key).size();

        var sian = anyone.signIn("sian");
        var entry = sian.get("/me/activity")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        while (checkpoint(key).size() == before) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));

        var kept = checkpoint(key);
        assertThat(verified(key, kept))
                .isInstanceOfSatisfying(
                        Verdict.Intact.class,
                        intact -> assertThat(intact.sealed()).isGreaterThanOrEqualTo(kept.size()));

        rename(entry, "account.signed-in", "account.signed-out");
        try {
            assertThat(verified(key, kept)).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
                assertThat(broken.fault()).isEqualTo(Fault.ENTRY_CHANGED);
                assertThat(broken.entry()).contains(entry);
            });
        } finally {
            rename(entry, "account.signed-out", "account.signed-in");
        }
        assertThat(verified(key, kept)).isInstanceOf(Verdict.Intact.class);
    }

    private Checkpoint checkpoint(NoteKey key) {
        return key.open(awaited("/ledger/checkpoint")).orElseThrow();
    }

    /** There is nothing before the first entry is sealed. */
    private String awaited(String path) {
        while (true) {
            var answer = anyone.get(path);
            if (answer.status() == 200) return answer.text();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** What the operator's tool finds who has the public key only. */
    private Verdict verified(NoteKey key, Checkpoint kept) throws SQLException {
        try (var connection = server.dataSource().getConnection()) {
            System.setProperty("db.url", connection.getMetaData().getURL());
            System.setProperty("db.user", "postgres");
            System.setProperty("openplr.data", "target/it/verifier");
        }
        try (var house = Standalone.open()) {
            var verification = house.service(LedgerVerification.class).trusting(key);
            return house.call(() -> verification.verifyFrom(kept.note()));
        } finally {
            System.clearProperty("db.url");
            System.clearProperty("db.user");
            System.clearProperty("openplr.data");
        }
    }

    /** What only somebody does who owns the database: its triggers refuse it to everybody else. */
    private void rename(String entry, String from, String to) throws SQLException {
        try (var connection = server.dataSource().getConnection();
                var disable = connection.prepareStatement("alter table ledger_entry disable trigger user");
                var change = connection.prepareStatement("update ledger_entry set what = ? where id = ? and what = ?");
                var enable = connection.prepareStatement("alter table ledger_entry enable trigger user")) {
            disable.execute();
            change.setString(1, to);
            change.setString(2, entry);
            change.setString(3, from);
            assertThat(change.executeUpdate()).isEqualTo(1);
            enable.execute();
        }
    }
}
