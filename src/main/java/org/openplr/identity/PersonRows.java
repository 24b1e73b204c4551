package org.openplr.identity;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The people of organisations: whoever has an account there that has not ended. */
@Part
class PersonRows {
    private static final String SELECT = "select a.id, a.name, a.username, a.roles, a.last_visit,"
            + " (select count(*) from identity_totp t where t.account_id = a.id and t.secret is not null)"
            + " + (select count(*) from identity_passkey p where p.account_id = a.id) as second_factors,"
            + " (select count(*) from identity_session s where s.account_id = a.id and s.seen_at > ?"
            + " and s.begun_at > ?) as sessions"
            + " from identity_account a where a.ukprn = ? and a.kind = 'USER' and a.closed_at is null";
    private static final String FIRST = "select min(id) as id from identity_account where ukprn = ?";
    private static final String HOLD = "update identity_account set ukprn = ukprn where id = ?";
    private static final String ROLES =
            "update identity_account set roles = ? where id = ? and ukprn = ? and closed_at is null";

    private final Sql sql;

    @Inject
    PersonRows(Sql sql) {
        this.sql = sql;
    }

    List<Person> of(Ukprn organisation, UUID looking, Instant now) {
        return people(organisation, looking, now, " order by a.username_key", List.of());
    }

    Optional<Person> find(Ukprn organisation, UUID id, UUID looking, Instant now) {
        return people(organisation, looking, now, " and a.id = ?", List.of(id)).stream()
                .findFirst();
    }

    private List<Person> people(Ukprn organisation, UUID looking, Instant now, String more, List<?> values) {
        var all = new ArrayList<Object>(
                List.of(now.minus(Sessions.IDLE), now.minus(Sessions.LONGEST), organisation.digits()));
        all.addAll(values);
        return sql.rows(SELECT + more, row -> person(row, looking), all);
    }

    private static Person person(Sql.Row row, UUID looking) throws SQLException {
        var id = row.id("id");
        return new Person(
                id,
                row.text("name"),
                row.text("username"),
                Account.rolesOf(row.text("roles")),
                Optional.ofNullable(row.momentIfAny("last_visit")),
                row.number("second_factors") > 0,
                row.number("sessions"),
                id.equals(looking));
    }

    /** One change of an organisation's people after the other: two super users do not remove each other at once. */
    void hold(Ukprn organisation) {
        var first = sql.rows(FIRST, row -> Optional.ofNullable(row.textIfAny("id")), List.of(organisation.digits()));
        first.getFirst().ifPresent(id -> sql.update(HOLD, List.of(id)));
    }

    void roles(Ukprn organisation, UUID id, Set<Role> roles) {
        sql.update(ROLES, List.of(Account.textOf(roles), id, organisation.digits()));
    }
}
