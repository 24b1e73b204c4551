package org.openplr.share;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Uln;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** Shares for whoever tells people about them; it decides nothing and changes nothing. */
@Service
@Transactional(Transactional.TxType.SUPPORTS)
public class SharesToTell {
    /** So many strangers a learner may have told within a day: nobody is flooded through us. */
    private static final int NOTICES = 10;

    private static final String COLUMNS = "g.id, g.uln, g.recipient_kind, g.recipient_name, g.recipient_ukprn,"
            + " g.recipient_id, g.recipient_email, g.purpose, g.language_text, g.factor_kind, g.factor_on_link,"
            + " g.created_at, g.expires_at";
    private static final String SELECT = "select " + COLUMNS + " from share_grant g where ";
    private static final String STANDS =
            " and g.withdrawn_at is null and g.locked_at is null and g.used_up_at is null order by g.id";
    private static final String TOLD_STRANGERS = """
        select count(*) as notices from share_grant where uln = ? and created_at > ? and created_at <= ?
            and recipient_email is not null\
        """;
    private static final String NEXT = """
        select n.id from share_grant g join share_grant n on n.uln = g.uln and n.lineage = g.lineage
        where g.id = ? and n.id <> g.id and n.created_at > g.created_at\
        """;

    private final Sql sql;

    @Inject
    SharesToTell(Sql sql) {
        this.sql = sql;
    }

    public Optional<ToldShare> find(UUID id) {
        return sql.rows(SELECT + "g.id = ?", SharesToTell::read, List.of(id)).stream()
                .findFirst();
    }

    /** Whether another took its place: it was renewed. */
    public boolean isReplaced(UUID id) {
        return !sql.rows(NEXT, row -> row.id("id"), List.of(id)).isEmpty();
    }

    /** Whether its recipient may be written to: there is an address, and the learner had not too many told that day. */
    public boolean mayTellRecipient(ToldShare share) {
        if (share.recipient().email() == null) return false;
        var day = share.created().minus(Duration.ofDays(1));
        return sql.rows(
                                TOLD_STRANGERS,
                                row -> row.number("notices"),
                                List.of(share.uln().digits(), day, share.created()))
                        .getFirst()
                <= NOTICES;
    }

    /** Those that stand and end after the first moment, and not after the second. */
    public List<ToldShare> ending(Instant after, Instant until) {
        return sql.rows(
                SELECT + "g.expires_at > ? and g.expires_at <= ?" + STANDS, SharesToTell::read, List.of(after, until));
    }

    /** Those that were made after the first moment and not after the second, and stand at the third. */
    public List<ToldShare> made(Instant after, Instant until, Instant now) {
        return sql.rows(
                SELECT + "g.created_at > ? and g.created_at <= ? and g.expires_at > ?" + STANDS,
                SharesToTell::read,
                List.of(after, until, now));
    }

    private static ToldShare read(Sql.Row row) throws SQLException {
        return new ToldShare(
                row.id("id"),
                new Uln(row.text("uln")),
                Grants.recipient(row),
                Purpose.valueOf(row.text("purpose")),
                Language.valueOf(row.text("language_text")),
                SecondFactor.Kind.valueOf(row.text("factor_kind")) == SecondFactor.Kind.SIGN_IN,
                row.flag("factor_on_link"),
                row.moment("created_at"),
                row.moment("expires_at"));
    }
}
