package org.openplr.share;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.openplr.party.Actor;
import org.openplr.platform.Cursor;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The grants to an organisation that one of its users may open, read without anything that tells of the learner. */
@Part
class Received {
    private static final String OPENED =
            "(select count(*) from share_view v where v.grant_id = g.id and v.viewer_ukprn = g.recipient_ukprn)";
    private static final String SELECT =
            "select g.id, g.purpose, g.scope_text, g.created_at, g.expires_at, g.max_views, g.language_text, " + OPENED
                    + " as opened from share_grant g where g.recipient_ukprn = ? and g.recipient_kind = 'ORGANISATION'";
    private static final String STANDS = " and g.withdrawn_at is null and g.locked_at is null"
            + " and g.expires_at > CURRENT_TIMESTAMP and (g.max_views is null or g.views < g.max_views)";

    private final Sql sql;

    @Inject
    Received(Sql sql) {
        this.sql = sql;
    }

    /** Those that stand, newest first. */
    List<ReceivedShare> standing(Actor.OrganisationUser user, Cursor from, int most) {
        var purposes = Purpose.openTo(user);
        var query = SELECT + STANDS + " and g.id < ? and g.purpose in (" + Sql.places(purposes.size())
                + ") order by g.id desc fetch first ? rows only";
        return sql.rows(query, Received::shown, values(user, purposes, from.before(), most));
    }

    /** How many of those that stand nobody of the organisation has opened. */
    int fresh(Actor.OrganisationUser user) {
        var purposes = Purpose.openTo(user);
        var query = "select count(*) as fresh from share_grant g where g.recipient_ukprn = ? and g.recipient_kind ="
                + " 'ORGANISATION'"
                + STANDS + " and " + OPENED + " = 0 and g.purpose in (" + Sql.places(purposes.size()) + ")";
        return sql.rows(query, row -> row.number("fresh"), values(user, purposes))
                .getFirst();
    }

    /** This one, whether or not it stands. */
    ReceivedShare one(Grant grant, Actor.OrganisationUser user) {
        var ours = List.of(user.organisation().digits(), grant.id());
        return sql.rows(SELECT + " and g.id = ?", Received::shown, ours).getFirst();
    }

    private static List<Object> values(Actor.OrganisationUser user, Set<Purpose> purposes) {
        return Stream.concat(
                        Stream.of((Object) user.organisation().digits()),
                        purposes.stream().map(Purpose::name))
                .toList();
    }

    private static List<Object> values(Actor.OrganisationUser user, Set<Purpose> purposes, String before, int most) {
        var values = new ArrayList<>(values(user, purposes));
        values.add(1, before);
        values.add(most);
        return values;
    }

    private static ReceivedShare shown(Sql.Row row) throws SQLException {
        return new ReceivedShare(
                UUID.fromString(row.text("id")),
                Purpose.valueOf(row.text("purpose")),
                SharedScope.of(ColumnText.read(row.text("scope_text"), Scope.class)),
                row.moment("created_at"),
                row.moment("expires_at"),
                row.number("opened"),
                row.numberIfAny("max_views"),
                Language.valueOf(row.text("language_text")));
    }
}
