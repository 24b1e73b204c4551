package org.openplr.claim;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.learner.Learner;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.party.VerificationType;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** What was seen at desks. */
@Part
class Checks {
    /** So long a check waits for a second officer. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final String INSERT =
            "insert into claim_check (id, uln, verification_code, seen_on, ukprn, officer, checked_at, need,"
                    + " settled_at) values (" + Sql.places(9) + ")";
    private static final String CONFIRM =
            "update claim_check set second_officer = ?, settled_at = ? where id = ? and settled_at is null"
                    + " and officer <> ?";

    private final Sql sql;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Checks(Sql sql, InstantSource clock, Ids ids) {
        this.sql = sql;
        this.clock = clock;
        this.ids = ids;
    }

    /** A check that waits for a second officer. */
    record Open(UUID id, UUID officer, DeskCheck check) {
        static Open read(Sql.Row row) throws SQLException {
            var type = VerificationType.ofCode(row.number("verification_code")).orElseThrow();
            return new Open(
                    row.id("id"), row.id("officer"), new DeskCheck(type, date(row), Need.valueOf(row.text("need"))));
        }

        private static LocalDate date(Sql.Row row) throws SQLException {
            return row.date("seen_on");
        }
    }

    /** Notes it; a later one takes the place of one that waits. */
    void note(Learner learner, Actor.OrganisationUser officer, DeskCheck check, boolean settled) {
        var values = new ArrayList<Object>();
        values.add(now());
        values.addAll(digits(learner));
        sql.update(
                "update claim_check set settled_at = ? where settled_at is null and uln in ("
                        + Sql.places(learner.numbers().size()) + ")",
                values);
        insert(learner, officer, check, settled);
    }

    /** Notes one that nobody has to confirm, beside one that waits. */
    void noteSettled(Learner learner, Actor.OrganisationUser officer, DeskCheck check) {
        insert(learner, officer, check, true);
    }

    private void insert(Learner learner, Actor.OrganisationUser officer, DeskCheck check, boolean settled) {
        var now = now();
        sql.update(
                INSERT,
                Arrays.asList(
                        ids.next(),
                        learner.uln().digits(),
                        check.type().code(),
                        check.seen(),
                        officer.organisation().digits(),
                        officer.account(),
                        now,
                        check.need().name(),
                        settled ? now : null));
    }

    /** The one that waits at this organisation. */
    Optional<Open> waiting(Learner learner, Ukprn organisation) {
        var values = new ArrayList<Object>(digits(learner));
        values.add(organisation.digits());
        values.add(now().minus(PATIENCE));
        return sql
                .rows(
                        "select id, officer, verification_code, seen_on, need from claim_check where uln in ("
                                + Sql.places(learner.numbers().size())
                                + ") and settled_at is null and ukprn = ? and checked_at > ?",
                        Open::read,
                        values)
                .stream()
                .findFirst();
    }

    /** Confirms it, by somebody else than who made it: of two at once, one. */
    boolean confirm(Open check, UUID officer) {
        return sql.update(CONFIRM, List.of(officer, now(), check.id(), officer)) == 1;
    }

    private static List<String> digits(Learner learner) {
        return learner.numbers().stream().map(Uln::digits).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
