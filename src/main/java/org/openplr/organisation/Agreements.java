package org.openplr.organisation;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** The agreements with organisations: which roles each may give its people. They come of approved {@link Proposals}. */
@Service
public class Agreements {
    private static final String FIND = "select roles from organisation_agreement where ukprn = ?";
    private static final String UPDATE =
            "update organisation_agreement set roles = ?, proposal = ?, since = ? where ukprn = ?";
    private static final String INSERT =
            "insert into organisation_agreement (roles, proposal, since, ukprn) values (?, ?, ?, ?)";

    private final Sql sql;

    @Inject
    Agreements(Sql sql) {
        this.sql = sql;
    }

    /** The roles of the agreement with this organisation; empty where there is none. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Set<Role>> roles(Ukprn organisation) {
        return sql.rows(FIND, row -> rolesOf(row.text("roles")), List.of(organisation.digits())).stream()
                .findFirst();
    }

    /** It is in force from now on, in the place of the one before. */
    void enter(Ukprn organisation, Set<Role> roles, UUID proposal, Instant now) {
        var values = List.of(textOf(roles), proposal, now, organisation.digits());
        if (sql.update(UPDATE, values) == 0) sql.update(INSERT, values);
    }

    static String textOf(Set<Role> roles) {
        return roles.stream().sorted().map(Role::text).collect(Collectors.joining(" "));
    }

    static Set<Role> rolesOf(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(Role::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
