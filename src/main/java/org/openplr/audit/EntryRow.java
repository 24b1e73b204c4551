package org.openplr.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;

/** An entry as it is kept: what is read of it, whose it is, who acted, and its salt. */
record EntryRow(LedgerEntry entry, @Nullable String subject, String actorReference, String salt) {
    static final String COLUMNS =
            "id, happened_at, actor_kind, actor_ref, organisation, name, proof, subject_uln, what,"
                    + " basis, purpose, outcome, reason, about, fields, salt";

    private static final int TYPED_LENGTH = 250;

    static EntryRow of(UUID id, Instant at, LedgerEvent event, String salt) {
        var who = WhoActed.of(event.actor());
        var entry = new LedgerEntry(
                id,
                at,
                who.kind(),
                PlainText.of(who.organisation(), TYPED_LENGTH),
                PlainText.of(who.name(), TYPED_LENGTH),
                event.proof(),
                event.what(),
                event.basis(),
                PlainText.of(event.purpose(), TYPED_LENGTH),
                event.outcome(),
                event.reason(),
                event.about(),
                event.fields());
        return new EntryRow(entry, event.subject().map(Uln::digits).orElse(null), who.reference(), salt);
    }

    static EntryRow read(Sql.Row row) throws SQLException {
        var about = row.textIfAny("about");
        var entry = new LedgerEntry(
                row.id("id"),
                row.moment("happened_at"),
                row.text("actor_kind"),
                row.text("organisation"),
                row.text("name"),
                row.text("proof"),
                row.text("what"),
                Basis.valueOf(row.text("basis")),
                row.text("purpose"),
                Outcome.valueOf(row.text("outcome")),
                row.text("reason"),
                Optional.ofNullable(about).map(UUID::fromString),
                split(row.text("fields")));
        return new EntryRow(entry, row.textIfAny("subject_uln"), row.text("actor_ref"), row.text("salt"));
    }

    /** The values in the order of {@link #COLUMNS}. */
    List<@Nullable Object> values() {
        return Arrays.asList(
                entry.id(),
                entry.at(),
                entry.actorKind(),
                actorReference,
                entry.organisation(),
                entry.name(),
                entry.proof(),
                subject,
                entry.what(),
                entry.basis().name(),
                entry.purpose(),
                entry.outcome().name(),
                entry.reason(),
                entry.about().orElse(null),
                String.join(",", entry.fields()),
                salt);
    }

    private static List<String> split(String fields) {
        return fields.isEmpty() ? List.of() : List.of(fields.split(",", -1));
    }
}
