package org.openplr.learner;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.platform.Sql;

/**
 * A number that was linked to another, unlinked from it, or deleted (LRS reports of merged, unmerged and deleted ULNs).
 *
 * @param master the other number; null for a deleted one
 */
public record NumberChange(
        Kind kind, Instant at, Uln uln, @Nullable Uln master) {
    /** What happened to it. */
    public enum Kind {
        LINKED,
        UNLINKED,
        DELETED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> parse(String text) {
            for (var kind : values()) if (kind.text().equals(text)) return Optional.of(kind);
            return Optional.empty();
        }
    }

    static NumberChange read(Sql.Row row) throws SQLException {
        var master = row.textIfAny("master");
        return new NumberChange(
                Kind.valueOf(row.text("kind")),
                row.moment("changed_at"),
                new Uln(row.text("uln")),
                master == null ? null : new Uln(master));
    }
}
