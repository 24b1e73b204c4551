package org.openplr.learner;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
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
            "select v.uln, v.version_no, v.changed_at, v.actor_kind, v.ukprn, v.why, f.field, f.was from"
                    + " learner_version v left join learner_former f on f.uln = v.uln and f.version_no = v.version_no"
                    + " where v.uln in (";
    private static final String NEWEST_FIRST = ") order by v.changed_at desc, v.uln, v.version_no desc, f.field";

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

    /** The versions of these numbers, the newest first. */
    List<LearnerVersion> of(Collection<Uln> numbers) {
        var versions = new LinkedHashMap<Of, LearnerVersion>();
        sql.rows(
                        READ + Sql.places(numbers.size()) + NEWEST_FIRST,
                        row -> Map.entry(new Of(row.text("uln"), row.longNumber("version_no")), version(row)),
                        numbers.stream().map(Uln::digits).toList())
                .forEach(one -> versions.merge(one.getKey(), one.getValue(), LearnerVersion::and));
        return List.copyOf(versions.values());
    }

    /** Which version of which number. */
    private record Of(String uln, long number) {}

    private static LearnerVersion version(Sql.Row row) throws SQLException {
        var ukprn = row.textIfAny("ukprn");
        var field = row.textIfAny("field");
        return new LearnerVersion(
                row.longNumber("version_no"),
                row.moment("changed_at"),
                row.text("actor_kind"),
                ukprn == null ? null : new Ukprn(ukprn),
                row.text("why"),
                field == null ? List.of() : List.of(new LearnerVersion.Former(field, row.textIfAny("was"))));
    }
}
