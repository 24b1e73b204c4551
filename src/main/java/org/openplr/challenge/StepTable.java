package org.openplr.challenge;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The steps that were taken; never changed. */
@Part
class StepTable {
    private static final String COLUMNS =
            "id, challenge, step, state, part, actor_kind, account, ukprn, owner, happened_at, words," + " revision";

    private static final String WITHOUT_DETAILS = " and not exists (select 1 from challenge c"
            + " where c.id = challenge_step.challenge and c.kind = '" + Kind.DETAILS.name() + "')";

    private final Sql sql;
    private final Ids ids;

    @Inject
    StepTable(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    void add(Challenge after, Step step, Who who, Actor actor, Instant at, String words) {
        sql.update(
                "insert into challenge_step (" + COLUMNS + ") values (" + Sql.places(12) + ")",
                Arrays.asList(
                        ids.next(),
                        after.id(),
                        step.name(),
                        after.state().name(),
                        who.name(),
                        kind(actor),
                        account(actor),
                        actor instanceof Actor.OrganisationUser user
                                ? user.organisation().digits()
                                : "",
                        ChallengeRow.digits(after.owner()),
                        at,
                        words,
                        after.revision() + 1));
    }

    /** All of one, the oldest first. */
    List<Taken> of(UUID challenge) {
        return sql.rows(
                "select " + COLUMNS + " from challenge_step where challenge = ? order by revision",
                StepTable::read,
                List.of(challenge));
    }

    /**
     * What was done to what an organisation owns, behind a step and before a moment, the oldest first.
     *
     * @param details whether what is said of names and dates of birth is among it
     */
    List<Taken> of(Ukprn owner, boolean details, String behind, Instant before, int most) {
        return sql.rows(
                "select " + COLUMNS + " from challenge_step where owner = ? and id > ? and happened_at < ?"
                        + (details ? "" : WITHOUT_DETAILS) + " order by id fetch first " + most + " rows only",
                StepTable::read,
                List.of(owner.digits(), behind, before));
    }

    /** Those of some that were closed or taken back before a moment. */
    List<UUID> overBefore(List<UUID> some, Instant before) {
        var values = new ArrayList<Object>(some);
        values.add(before);
        return sql.rows(
                "select challenge from challenge_step where challenge in (" + Sql.places(some.size())
                        + ") and state in ('CLOSED', 'WITHDRAWN') and happened_at < ?",
                row -> row.id("challenge"),
                values);
    }

    private static Taken read(Sql.Row row) throws SQLException {
        var ukprn = row.text("ukprn");
        return new Taken(
                row.id("id"),
                row.id("challenge"),
                Step.valueOf(row.text("step")),
                State.valueOf(row.text("state")),
                Who.valueOf(row.text("part")),
                ukprn.isEmpty() ? null : new Ukprn(ukprn),
                row.moment("happened_at"),
                row.text("words"));
    }

    private static String kind(Actor actor) {
        return switch (actor) {
            case Actor.Learner _ -> "learner";
            case Actor.OrganisationUser _ -> "organisation";
            case Actor.Administrator _ -> "administrator";
            case Actor.System _ -> "system";
            case Actor.Helper _, Actor.Person _, Actor.RecipientUser _, Actor.App _, Actor.Checker _ ->
                throw new IllegalStateException("they take no step");
        };
    }

    private static @Nullable UUID account(Actor actor) {
        return switch (actor) {
            case Actor.Learner learner -> learner.account();
            case Actor.OrganisationUser user -> user.account();
            case Actor.Administrator administrator -> administrator.account();
            case Actor.System _, Actor.Helper _, Actor.Person _, Actor.RecipientUser _, Actor.App _, Actor.Checker _ ->
                null;
        };
    }
}
