package org.openplr.organisation;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Role;
import org.openplr.platform.Sql;

/**
 * An agreement with an organisation, as two administrators made it.
 *
 * @param proposal the one it came of; of an operator's file an id of its own
 * @param entered when it was approved: of several the last one counts, as soon as it has begun
 */
public record Agreement(UUID proposal, Terms terms, Instant entered) {
    static final String COLUMNS = "proposal, roles, stage, begins, ends, entered_at";

    /** A sandbox comes first: there an organisation tries it out, and its roles are worth nothing here. */
    public enum Stage {
        SANDBOX,
        LIVE
    }

    /** How it stands on a day. */
    public enum State {
        NOT_YET,
        SANDBOX,
        LIVE,
        ENDED
    }

    /**
     * What it says.
     *
     * @param roles that the organisation may give its people and systems
     * @param from its first day, in the UK
     * @param until its last day; null for an open end
     */
    public record Terms(
            Set<Role> roles,
            Stage stage,
            LocalDate from,
            @Nullable LocalDate until) {
        public Terms {
            roles = Set.copyOf(roles);
        }

        public State on(LocalDate day) {
            if (day.isBefore(from)) return State.NOT_YET;
            if (until != null && day.isAfter(until)) return State.ENDED;
            return stage == Stage.LIVE ? State.LIVE : State.SANDBOX;
        }

        static Terms of(Sql.Row row) throws SQLException {
            return new Terms(
                    Agreements.rolesOf(row.text("roles")),
                    Stage.valueOf(row.text("stage")),
                    row.date("begins"),
                    row.dateIfAny("ends"));
        }
    }

    static Agreement of(Sql.Row row) throws SQLException {
        return new Agreement(row.id("proposal"), Terms.of(row), row.moment("entered_at"));
    }
}
