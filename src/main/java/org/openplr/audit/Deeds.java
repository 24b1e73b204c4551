package org.openplr.audit;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Cursor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/**
 * What an organisation's people and systems did, read by themselves: whoever looks after its people sees all of it, others
 * what they did themselves, and nobody what another organisation did. What a checker types is no organisation.
 */
@Service
public class Deeds {
    private static final int LONGEST_PAGE = 200;
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final String SELECT = "select " + EntryRow.COLUMNS
            + " from ledger_entry where organisation = ? and actor_kind = 'organisation-user' and id < ?";

    private final Sql sql;

    @Inject
    Deeds(Sql sql) {
        this.sql = sql;
    }

    /**
     * Something that was done.
     *
     * @param account of the person or the system that did it
     * @param learner whose data, with most of the number hidden; empty where it was nobody's
     */
    public record Deed(LedgerEntry entry, UUID account, String learner) {}

    /** Some of it, the newest first; {@code next} is where the next page begins. */
    public record Page(List<Deed> deeds, Optional<String> next) {
        public Page {
            deeds = List.copyOf(deeds);
        }
    }

    /**
     * What is wanted of it.
     *
     * @param account of one person or system, null for all that may be seen
     * @param kind null for every kind
     * @param from the first day, null for no bound
     * @param to the last day, null for no bound
     */
    public record Wanted(
            @Nullable UUID account,
            @Nullable DeedKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public static final Wanted ALL = new Wanted(null, null, null, null);
    }

    /** Whether they see what others of their organisation did. */
    public static boolean seesAll(Actor.OrganisationUser user) {
        return Right.MANAGE_PEOPLE.isOf(user);
    }

    /**
     * A page of what may be seen.
     *
     * @throws Mistake NOT_FOUND for whoever may not, UNPROCESSABLE if the cursor is none of ours
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page of(Actor.OrganisationUser user, Wanted wanted, Optional<String> cursor, int limit) {
        Right.READ_DEEDS.require(user);
        var length = Math.clamp(limit, 1, LONGEST_PAGE);
        var values = new ArrayList<Object>();
        var where = where(user, wanted, Cursor.of(cursor), values);
        values.add(length + 1);
        var found = sql.rows(where + " order by id desc fetch first ? rows only", Deeds::read, values);
        if (found.size() <= length) return new Page(found, Optional.empty());
        var page = found.subList(0, length);
        return new Page(
                page, Optional.of(Cursor.after(page.getLast().entry().id()).text()));
    }

    private static String where(Actor.OrganisationUser user, Wanted wanted, Cursor from, List<Object> values) {
        var where = new StringBuilder(SELECT);
        values.add(user.organisation().digits());
        values.add(from.before());
        var account = seesAll(user) ? wanted.account : user.account();
        if (account != null) {
            where.append(" and actor_ref = ?");
            values.add(account);
        }
        if (wanted.from != null) {
            where.append(" and id >= ?");
            values.add(EntryIds.first(wanted.from.atStartOfDay(UK).toInstant()));
        }
        if (wanted.to != null) {
            where.append(" and id < ?");
            values.add(EntryIds.first(wanted.to.plusDays(1).atStartOfDay(UK).toInstant()));
        }
        if (wanted.kind != null) {
            var codes = wanted.kind.codes();
            where.append(" and (")
                    .append(String.join(
                            " or ", codes.stream().map(_ -> "what like ?").toList()))
                    .append(")");
            values.addAll(codes);
        }
        return where.toString();
    }

    private static Deed read(Sql.Row row) throws SQLException {
        var read = EntryRow.read(row);
        var subject = read.subject();
        return new Deed(
                read.entry(), UUID.fromString(read.actorReference()), subject == null ? "" : new Uln(subject).masked());
    }
}
