package org.openplr.organisation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Sql;

/**
 * An organisation wants to join. Nothing of it is proven: whether its number is its own, and whether who applies may speak
 * for it, administrators find out with the register's own contacts.
 *
 * @param decision why it was declined; null while it was not
 */
public record Application(
        UUID id,
        Wanted wanted,
        Instant applied,
        State state,
        @Nullable String decision) {
    static final String COLUMNS = "id, ukprn, name, contact, email, telephone, roles, signatory, signatory_position,"
            + " applied_at, state, decision";

    /** It waits until a proposal is made of it, again where that is refused, or until it is declined. */
    public enum State {
        WAITING,
        PROPOSED,
        DECLINED
    }

    /**
     * What it tells.
     *
     * @param contact the person to speak to
     * @param signatory who signs for the organisation
     */
    public record Wanted(
            Ukprn ukprn,
            String name,
            String contact,
            EmailAddress email,
            String telephone,
            Set<Role> roles,
            String signatory,
            String position) {
        public Wanted {
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "Wanted[" + ukprn + "]";
        }
    }

    static Application of(Sql.Row row) throws SQLException {
        return new Application(
                row.id("id"),
                new Wanted(
                        new Ukprn(row.text("ukprn")),
                        row.text("name"),
                        row.text("contact"),
                        new EmailAddress(row.text("email")),
                        row.text("telephone"),
                        Agreements.rolesOf(row.text("roles")),
                        row.text("signatory"),
                        row.text("signatory_position")),
                row.moment("applied_at"),
                State.valueOf(row.text("state")),
                row.textIfAny("decision"));
    }
}
