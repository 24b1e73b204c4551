package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Ids;
import org.openplr.platform.Part;
import org.openplr.platform.Pepper;
import org.openplr.platform.Secrets;
import org.openplr.platform.SixDigits;
import org.openplr.platform.Sql;

/**
 * Codes that confirm an address: six digits, five tries, ten minutes, five an hour.
 *
 * <p>A code is kept nowhere, not even as a digest that could be tried out offline: it is worked out from its id with the
 * pepper of second factors, so that the message may be written later, and twice the same.
 */
@Part
class EmailCodes {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final int TRIES = 5;
    static final int ASKED = 5;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String COLUMNS = "account_id, id, address, language, pepper_key, tries, ends_at";
    private static final String WAITING =
            "select " + COLUMNS + " from identity_email_code where account_id = ? and tries < " + TRIES
                    + " and ends_at > ? and address <> ''";
    private static final String BY_ID = "select " + COLUMNS + " from identity_email_code where id = ? and tries < "
            + TRIES + " and ends_at > ? and address <> ''";
    private static final String AGAIN = """
        update identity_email_code set id = ?, address = ?, language = ?, pepper_key = ?, tries = 0, ends_at = ?,
            asked = case when asked_since <= ? then 1 else asked + 1 end,
            asked_since = case when asked_since <= ? then ? else asked_since end
        where account_id = ? and (asked_since <= ? or asked < 5)\
        """;
    private static final String FIRST = "insert into identity_email_code (id, address, language, pepper_key, tries,"
            + " ends_at, asked, asked_since, account_id) values (?, ?, ?, ?, 0, ?, 1, ?, ?)";

    private final Sql sql;
    private final Pepper pepper;
    private final Ids ids;

    @Inject
    EmailCodes(Sql sql, Secrets secrets, Ids ids) {
        this.sql = sql;
        this.pepper = secrets.factor();
        this.ids = ids;
    }

    /** A code that was not used, and its address. */
    record Waiting(UUID account, UUID id, EmailAddress address, Locale language, String key, int tries, Instant ends) {
        static Waiting of(Sql.Row row) throws java.sql.SQLException {
            return new Waiting(
                    row.id("account_id"),
                    row.id("id"),
                    new EmailAddress(row.text("address")),
                    Locale.forLanguageTag(row.text("language")),
                    row.text("pepper_key"),
                    row.number("tries"),
                    row.moment("ends_at"));
        }
    }

    /** Makes one in place of any before; empty where there were too many. */
    Optional<UUID> make(UUID account, EmailAddress address, Locale language, Instant now) {
        var id = ids.next();
        var tag = language.getLanguage();
        var hourAgo = now.minus(HOUR);
        var ends = now.plus(LIFE);
        var key = pepper.currentKey();
        if (sql.update(AGAIN, List.of(id, address.text(), tag, key, ends, hourAgo, hourAgo, now, account, hourAgo))
                == 1) return Optional.of(id);
        if (any(account)) return Optional.empty();
        sql.update(FIRST, List.of(id, address.text(), tag, key, ends, now, account));
        return Optional.of(id);
    }

    private boolean any(UUID account) {
        return !sql.rows(
                        "select id from identity_email_code where account_id = ?",
                        row -> row.id("id"),
                        List.of(account))
                .isEmpty();
    }

    Optional<Waiting> waiting(UUID account, Instant now) {
        return sql.rows(WAITING, Waiting::of, List.of(account, now)).stream().findFirst();
    }

    Optional<Waiting> find(UUID id, Instant now) {
        return sql.rows(BY_ID, Waiting::of, List.of(id, now)).stream().findFirst();
    }

    /** Takes one of its tries, before the code is looked at: parallel tries are never more than five. */
    boolean takeTry(Waiting code) {
        var statement = "update identity_email_code set tries = tries + 1 where id = ? and tries < " + TRIES;
        return sql.update(statement, List.of(code.id)) == 1;
    }

    /** Uses it up, once; how often its account asked is remembered. */
    boolean use(Waiting code) {
        var statement = "update identity_email_code set address = '' where id = ? and address <> ''";
        return sql.update(statement, List.of(code.id)) == 1;
    }

    /** Forgets what was not confirmed. */
    void sweep(Instant before) {
        sql.update("delete from identity_email_code where ends_at < ?", List.of(before));
    }

    boolean isRight(Waiting code, String typed) {
        return SixDigits.isRight(text(code), typed);
    }

    /** The six digits. */
    String text(Waiting code) {
        return SixDigits.of(pepper.digest(code.key, "email code " + code.id));
    }
}
