package org.openplr.learner;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openplr.party.Uln;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The names and days of birth that the register has for numbers: most who are verified are who they are said to be, letter by letter. */
@Part
class NamedLearners {
    private static final int PER_STATEMENT = 500;
    private static final String NAMED = "select l.uln, l.given_name, l.family_name, l.date_of_birth from learner l"
            + " --DERBY-PROPERTIES constraint=learner_pk\n where l.deleted_at is null and l.uln in (";

    private final Sql sql;

    @Inject
    NamedLearners(Sql sql) {
        this.sql = sql;
    }

    /** A number with what the register has for it. */
    record Named(String uln, String givenName, String familyName, LocalDate born) {
        /** Names and dates of birth stay out of logs. */
        @Override
        public String toString() {
            return "Named[" + uln + "]";
        }
    }

    /** Those who have these very numbers, whether superseded or not. */
    Map<String, Named> of(Collection<Uln> numbers) {
        var digits = numbers.stream().map(Uln::digits).distinct().toList();
        var named = new HashMap<String, Named>();
        for (var from = 0; from < digits.size(); from += PER_STATEMENT) {
            var some = KeySharers.padded(
                    new ArrayList<>(digits.subList(from, Math.min(from + PER_STATEMENT, digits.size()))), 16);
            for (var one : sql.rows(NAMED + Sql.places(some.size()) + ")", NamedLearners::read, some))
                named.put(one.uln, one);
        }
        return named;
    }

    private static Named read(Sql.Row row) throws SQLException {
        return new Named(row.text("uln"), row.text("given_name"), row.text("family_name"), row.date("date_of_birth"));
    }
}
