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

/** The grants that somebody may open for those they work for, read without anything that tells of the learner. */
@Part
class Received {
    private static final String COLUMNS =
            "g.id, g.purpose, g.scope_text, g.created_at, g.expires_at, g.max_views, g.language_text";
    private static final String STANDS = " and g.withdrawn_at is null and g.locked_at is null"
            + " and g.expires_at > CURRENT_TIMESTAMP and (g.max_views is null or g.views < g.max_views)";

    private final Sql sql;

    @Inject
    Received(Sql sql) {
        this.sql = sql;
    }

    /** By which columns of grants and views a register's recipients are known. */
    private record Key(String text, String kind, String granted, String viewed) {
        static Key of(Actor.Addressee who) {
            return switch (who) {
                case Actor.OrganisationUser user ->
                    new Key(user.organisation().digits(), "ORGANISATION", "recipient_ukprn", "viewer_ukprn");
                case Actor.RecipientUser user ->
                    new Key(user.recipient().toString(), "CONFIRMED", "recipient_id", "viewer_recipient");
            };
        }

        /** How often its own people have opened it. */
        String opened() {
            return "(select count(*) from share_view v where v.grant_id = g.id and v." + viewed + " = g." + granted
                    + ")";
        }

        String from() {
            return " from share_grant g where g." + granted + " = ? and g.recipient_kind = '" + kind + "'";
        }

        String select() {
            return "select " + COLUMNS + ", " + opened() + " as opened" + from();
        }
    }

    /** Those that stand, newest first. */
    List<ReceivedShare> standing(Actor.Addressee user, Cursor from, int most) {
        var purposes = Purpose.openTo(user);
        var key = Key.of(user);
        var query = key.select() + STANDS + " and g.id < ? and g.purpose in (" + Sql.places(purposes.size())
                + ") order by g.id desc fetch first ? rows only";
        return sql.rows(query, Received::shown, values(key, purposes, from.before(), most));
    }

    /** How many of those that stand nobody of theirs has opened. */
    int fresh(Actor.Addressee user) {
        var purposes = Purpose.openTo(user);
        var key = Key.of(user);
        var query = "select count(*) as fresh" + key.from() + STANDS + " and " + key.opened()
                + " = 0 and g.purpose in (" + Sql.places(purposes.size()) + ")";
        return sql.rows(query, row -> row.number("fresh"), values(key, purposes))
                .getFirst();
    }

    /** This one, whether or not it stands. */
    ReceivedShare one(Grant grant, Actor.Addressee user) {
        var key = Key.of(user);
        return sql.rows(key.select() + " and g.id = ?", Received::shown, List.of(key.text, grant.id()))
                .getFirst();
    }

    private static List<Object> values(Key key, Set<Purpose> purposes) {
        return Stream.concat(Stream.of((Object) key.text), purposes.stream().map(Purpose::name))
                .toList();
    }

    private static List<Object> values(Key key, Set<Purpose> purposes, String before, int most) {
        var values = new ArrayList<>(values(key, purposes));
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
