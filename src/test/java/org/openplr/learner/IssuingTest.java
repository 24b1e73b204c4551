package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openplr.learner.LearnerFixtures.called;
import static org.openplr.learner.LearnerFixtures.someone;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.List;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.testing.Database;
import org.openplr.testing.FixedClock;
import org.openplr.testing.OnBothDatabases;

/** Numbers as they are issued, under the register's primary key: 10,000 of them, or as many as {@code -Dulns=} says. */
class IssuingTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-11-25T12:00:00Z");
    private static final int COUNT = Integer.getInteger("ulns", 10_000);
    private static final int AT_ONCE = 5_000;
    private static final String NAME = "Zzissued";

    @OnBothDatabases
    void everyNumberIsValidAndNobodyElses(Database db) {
        for (var done = 0; done < COUNT; done += AT_ONCE) {
            var some = Math.min(AT_ONCE, COUNT - done);
            db.run(em -> issue(em, some));
        }

        // The primary key refused none, and all are there.
        assertThat(issued(db)).isEqualTo(COUNT);
        db.run(em -> new Sql(em).update("delete from learner where family_name = ?", List.of(NAME)));
    }

    private static void issue(EntityManager em, int count) {
        var sql = new Sql(em);
        var drawn = new Issuing(sql, new Ids(CLOCK, new SecureRandom())).draw(count);
        assertThat(drawn).allMatch(IssuingTest::isValid);
        new BulkLoading(sql, CLOCK)
                .load(drawn.stream().map(uln -> called(someone(uln), NAME)).toList());
    }

    /** By the rule of HESA C17051, written down here once more. */
    private static boolean isValid(Uln uln) {
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += (10 - i) * Character.digit(uln.digits().charAt(i), 10);
        var rest = sum % 11;
        return uln.digits().matches("[1-9][0-9]{9}")
                && rest != 0
                && uln.digits().endsWith(String.valueOf(10 - rest));
    }

    private static int issued(Database db) {
        return db.call(em -> new Sql(em)
                .rows("select count(*) as n from learner where family_name = ?", row -> row.number("n"), List.of(NAME))
                .getFirst());
    }
}
