package org.openplr.identity;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;

/** An account as it is kept; outside the package only its {@link Actor} is known. */
record Account(
        UUID id,
        AccountKind kind,
        String username,
        String passwordHash,
        @Nullable Uln uln,
        @Nullable Ukprn ukprn,
        @Nullable UUID recipient,
        Set<Role> roles,
        @Nullable Instant lastVisit,
        @Nullable Instant previousVisit) {
    static final String COLUMNS =
            "a.id, a.kind, a.username, a.password_hash, a.uln, a.ukprn, a.recipient, a.roles, a.last_visit,"
                    + " a.previous_visit";

    static Account of(Sql.Row row) throws SQLException {
        var uln = row.textIfAny("uln");
        var ukprn = row.textIfAny("ukprn");
        var recipient = row.textIfAny("recipient");
        return new Account(
                row.id("id"),
                AccountKind.valueOf(row.text("kind")),
                row.text("username"),
                row.text("password_hash"),
                uln == null ? null : new Uln(uln),
                ukprn == null ? null : new Ukprn(ukprn),
                recipient == null ? null : UUID.fromString(recipient),
                rolesOf(row.text("roles")),
                row.momentIfAny("last_visit"),
                row.momentIfAny("previous_visit"));
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

    Actor actor() {
        return switch (kind) {
            case LEARNER -> new Actor.Learner(id, Objects.requireNonNull(uln));
            case PERSON -> new Actor.Person(id);
            case RECIPIENT -> new Actor.RecipientUser(id, Objects.requireNonNull(recipient));
            case USER, CLIENT ->
                ukprn == null ? new Actor.Administrator(id) : new Actor.OrganisationUser(id, ukprn, roles);
        };
    }

    Welcome welcome(@Nullable Instant previous, Proof proof) {
        return new Welcome(actor(), id, kind, username, roles, Optional.ofNullable(previous), proof);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
