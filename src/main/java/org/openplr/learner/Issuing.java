package org.openplr.learner;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openplr.party.Uln;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/**
 * Draws numbers that nobody has or had, at random over the whole space: none tells how many there are or which comes next.
 * That a number is nobody else's is kept by the register's primary key, whose rows are never deleted; looking before only
 * saves from running into it.
 */
@Part
class Issuing {
    private static final int LOWEST = 100_000_000;
    private static final int HOW_MANY = 900_000_000;
    private static final int AT_ONCE = 500;

    private final Sql sql;
    private final Ids ids;

    @Inject
    Issuing(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /** So many numbers. */
    List<Uln> draw(int count) {
        var drawn = new LinkedHashSet<Uln>();
        while (drawn.size() < count) {
            var some = some(Math.min(AT_ONCE, count - drawn.size()));
            some.removeAll(taken(some));
            drawn.addAll(some);
        }
        return List.copyOf(drawn);
    }

    private Set<Uln> some(int count) {
        var some = new LinkedHashSet<Uln>();
        while (some.size() < count)
            Uln.fromFirstNine(Integer.toString(LOWEST + ids.below(HOW_MANY))).ifPresent(some::add);
        return some;
    }

    private Set<Uln> taken(Set<Uln> some) {
        var query = "select uln from " + Learners.BY_KEY + " where uln in (" + Sql.places(some.size()) + ")";
        return new HashSet<>(sql.rows(
                query,
                row -> new Uln(row.text("uln")),
                some.stream().map(Uln::digits).toList()));
    }
}
