package org.openplr.organisation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Sql;

/**
 * What one administrator proposes and another one decides.
 *
 * @param organisation the new one, or as it was when an agreement with it was proposed
 * @param roles of an agreement; none for a new organisation
 * @param reason why it is proposed
 * @param decidedBy null while it is open
 * @param decision why it was decided so; null while it is open
 */
public record Proposal(
        UUID id,
        Kind kind,
        Organisation organisation,
        Set<Role> roles,
        String reason,
        UUID proposedBy,
        Instant proposed,
        State state,
        @Nullable UUID decidedBy,
        @Nullable String decision) {
    static final String COLUMNS = "id, kind, ukprn, name, organisation_kind, town, country, roles, reason, proposed_by,"
            + " proposed_at, state, decided_by, decision";

    public Proposal {
        roles = Set.copyOf(roles);
    }

    /** What takes two. */
    public enum Kind {
        ORGANISATION,
        AGREEMENT
    }

    /** Open until somebody decides, once. */
    public enum State {
        OPEN,
        APPROVED,
        REFUSED
    }

    static Proposal of(Sql.Row row) throws SQLException {
        var by = row.textIfAny("decided_by");
        return new Proposal(
                row.id("id"),
                Kind.valueOf(row.text("kind")),
                new Organisation(
                        new Ukprn(row.text("ukprn")),
                        row.text("name"),
                        OrganisationKind.valueOf(row.text("organisation_kind")),
                        row.text("town"),
                        row.text("country")),
                Agreements.rolesOf(row.text("roles")),
                row.text("reason"),
                row.id("proposed_by"),
                row.moment("proposed_at"),
                State.valueOf(row.text("state")),
                by == null ? null : UUID.fromString(by),
                row.textIfAny("decision"));
    }
}
