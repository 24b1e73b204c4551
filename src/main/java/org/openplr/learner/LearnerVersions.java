package org.openplr.learner;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Every version of what the register says of a learner: who made it, when and why, and what each field was before. */
@Part
class LearnerVersions {
    private static final String VERSION =
            "insert into learner_version (uln, version_no, changed_at, actor_kind, account, ukprn, why) values ("
                    + Sql.places(7) + ")";
    private static final String FORMER =
            "insert into learner_former (uln, version_no, field, was) values (" + Sql.places(4) + ")";
    private static final String READ =
            "select version_no, changed_at, actor_kind, ukprn, why from learner_version where uln = ?"
                    + " order by version_no desc";
    private static final String READ_FORMER =
            "select version_no, field, was from learner_former where uln = ? order by version_no, field";

    private final Sql sql;

    @Inject
    LearnerVersions(Sql sql) {
        this.sql = sql;
    }

    /** A learner before, null where they are new, and after. */
    record Step(@Nullable LearnerRow before, LearnerDetails after) {
        long version() {
            return before == null ? 1 : before.version() + 1;
        }
    }

    /** Keeps what was before these steps; an import of somebody new is no version of anything. */
    void note(List<Step> steps, Because because, Instant now) {
        var versions = new ArrayList<List<@Nullable Object>>();
        var former = new ArrayList<List<@Nullable Object>>();
        for (var step : steps) {
            if (step.before == null && because.equals(Because.IMPORTED)) continue;
            var uln = step.after.uln().digits();
            var row = new ArrayList<@Nullable Object>(List.of(uln, step.version(), now));
            row.addAll(because.values());
            versions.add(row);
            if (step.before != null) former.addAll(former(step.before, step, uln));
        }
        sql.batch(VERSION, versions);
        sql.batch(FORMER, former);
    }

    private static List<List<@Nullable Object>> former(LearnerRow before, Step step, String uln) {
        var changed = new ArrayList<List<@Nullable Object>>();
        var was = LearnerRow.said(before.details());
        var is = LearnerRow.said(step.after);
        for (var i = 0; i < was.size(); i++) {
            if (Objects.equals(was.get(i), is.get(i))) continue;
            changed.add(Arrays.asList(uln, step.version(), LearnerRow.DETAILS.get(i), text(was.get(i))));
        }
        return changed;
    }

    /** Dates as ISO 8601, codes as their numbers. */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate date -> date.toString();
            default -> value.toString();
        };
    }

    /** The versions of one number, the newest first. */
    List<LearnerVersion> of(Uln uln) {
        var former = new HashMap<Long, List<LearnerVersion.Former>>();
        for (var one : sql.rows(READ_FORMER, Was::read, List.of(uln.digits())))
            former.computeIfAbsent(one.version, _ -> new ArrayList<>()).add(one.former);
        return sql.rows(READ, row -> version(row, former), List.of(uln.digits()));
    }

    private static LearnerVersion version(Sql.Row row, Map<Long, List<LearnerVersion.Former>> former)
            throws SQLException {
        var number = row.longNumber("version_no");
        var ukprn = row.textIfAny("ukprn");
        return new LearnerVersion(
                number,
                row.moment("changed_at"),
                row.text("actor_kind"),
                ukprn == null ? null : new Ukprn(ukprn),
                row.text("why"),
                former.getOrDefault(number, List.of()));
    }

    private record Was(long version, LearnerVersion.Former former) {
        static Was read(Sql.Row row) throws SQLException {
            return new Was(
                    row.longNumber("version_no"), new LearnerVersion.Former(row.text("field"), row.textIfAny("was")));
        }
    }
}
