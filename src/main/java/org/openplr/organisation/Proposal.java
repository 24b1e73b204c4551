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
 * @param name of whom it is about
 * @param organisation the new one, or as it was when an agreement with it was proposed; null for a recipient
 * @param terms of an agreement; null for anything else
 * @param about the application that an agreement came of, or the recipient; null for none
 * @param reason why it is proposed
 * @param decidedBy null while it is open
 * @param decision why it was decided so; null while it is open
 */
public record Proposal(
        UUID id,
        Kind kind,
        String name,
        @Nullable Organisation organisation,
        Agreement.@Nullable Terms terms,
        @Nullable UUID about,
        String reason,
        UUID proposedBy,
        Instant proposed,
        State state,
        @Nullable UUID decidedBy,
        @Nullable String decision) {
    static final String COLUMNS = "id, kind, ukprn, name, organisation_kind, town, country, roles, stage, begins, ends,"
            + " about, reason, proposed_by, proposed_at, state, decided_by, decision";

    /** What takes two. */
    public enum Kind {
        ORGANISATION,
        AGREEMENT,
        /** That a recipient of shares, which is no provider, may have an account. */
        RECIPIENT
    }

    /** Open until somebody decides, once. */
    public enum State {
        OPEN,
        APPROVED,
        REFUSED
    }

    /** The roles of an agreement; none for anything else. */
    public Set<Role> roles() {
        return terms == null ? Set.of() : terms.roles();
    }

    static Proposal of(Sql.Row row) throws SQLException {
        var kind = Kind.valueOf(row.text("kind"));
        return new Proposal(
                row.id("id"),
                kind,
                row.text("name"),
                kind == Kind.RECIPIENT ? null : organisation(row),
                kind == Kind.AGREEMENT ? Agreement.Terms.of(row) : null,
                idIfAny(row, "about"),
                row.text("reason"),
                row.id("proposed_by"),
                row.moment("proposed_at"),
                State.valueOf(row.text("state")),
                idIfAny(row, "decided_by"),
                row.textIfAny("decision"));
    }

    private static Organisation organisation(Sql.Row row) throws SQLException {
        return new Organisation(
                new Ukprn(row.text("ukprn")),
                row.text("name"),
                OrganisationKind.valueOf(row.text("organisation_kind")),
                row.text("town"),
                row.text("country"));
    }

    private static @Nullable UUID idIfAny(Sql.Row row, String column) throws SQLException {
        var id = row.textIfAny(column);
        return id == null ? null : UUID.fromString(id);
    }
}
