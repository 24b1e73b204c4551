package org.openplr.audit;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openplr.party.Uln;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * The sealed entries one after another, for whoever has to act on each once: nothing is skipped and nothing comes twice,
 * because leaves are numbered without gaps in the order in which they were committed, which ids are not.
 */
@Service
public class LedgerFeed {
    /** So many leaves at most in one stretch. */
    public static final int LONGEST = 200;

    private static final String LEAVES =
            "select entry_id from ledger_leaf where leaf_index >= ? and leaf_index < ? order by leaf_index";
    // Without the hint Derby reads the whole table for a list of ids; to PostgreSQL it is a comment.
    private static final String BY_ID = "select " + EntryRow.COLUMNS
            + " from ledger_entry --DERBY-PROPERTIES constraint=LEDGER_ENTRY_PK\n where id in (" + Sql.places(LONGEST)
            + ")";

    private final Sql sql;

    @Inject
    LedgerFeed(Sql sql) {
        this.sql = sql;
    }

    /**
     * Some entries in their order.
     *
     * @param end where the next stretch begins: where this one began if there is nothing yet
     */
    public record Stretch(List<Fed> entries, long end) {
        public Stretch {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry.
     *
     * @param subject the learner whom it is about, where there is one
     */
    public record Fed(LedgerEntry entry, Optional<Uln> subject) {
        static Fed read(Sql.Row row) throws SQLException {
            var read = EntryRow.read(row);
            return new Fed(read.entry(), Optional.ofNullable(read.subject()).map(Uln::new));
        }
    }

    /** What was sealed from this leaf on, at most {@value #LONGEST} entries; one that was destroyed is left out. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Stretch from(long leaf) {
        var ids = sql.rows(LEAVES, row -> row.text("entry_id"), List.of(leaf, leaf + LONGEST));
        if (ids.isEmpty()) return new Stretch(List.of(), leaf);
        // Always as many places, so that each database compiles the statement once.
        var places = new java.util.ArrayList<>(ids);
        while (places.size() < LONGEST) places.add(ids.getLast());
        var found = sql.rows(BY_ID, Fed::read, places).stream()
                .collect(Collectors.toMap(fed -> fed.entry.id().toString(), fed -> fed));
        return new Stretch(ids.stream().map(found::get).filter(Objects::nonNull).toList(), leaf + ids.size());
    }
}
