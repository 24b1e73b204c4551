package org.openplr.recipient;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The rows of a recipient's people. Whoever goes leaves none: the ledger has that they were there. */
@Part
class ColleagueRows {
    static final int TRIES = 5;

    private static final String SELECT = "select " + Colleague.COLUMNS + " from recipient_colleague";
    private static final String HERE = " where recipient_id = ? and (joined_at is not null or code_ends_at > ?)";
    private static final String INSERT = "insert into recipient_colleague (id, recipient_id, name, email, email_key,"
        + " language, pepper_key, tries, invited_by, invited_at, code_ends_at) values (?, ?, '', ?, ?, ?, ?, 0, ?, ?,"
        + " ?)";
    private static final String WAITS = " from recipient_colleague where id = ? and joined_at is null and"
            + " code_ends_at > ? and tries < " + TRIES;
    private static final String TRY =
            "update recipient_colleague set tries = tries + 1 where id = ? and joined_at is null and tries < " + TRIES;
    private static final String JOIN = "update recipient_colleague set name = ?, account_id = ?, joined_at = ?"
            + " where id = ? and joined_at is null and code_ends_at > ?";

    private final Sql sql;

    @Inject
    ColleagueRows(Sql sql) {
        this.sql = sql;
    }

    /** A code that can still be used, and where it went. */
    record Code(UUID id, UUID recipient, EmailAddress to, Locale language, String key, int tries) {
        static Code of(Sql.Row row) throws SQLException {
            return new Code(
                    row.id("id"),
                    row.id("recipient_id"),
                    new EmailAddress(row.text("email")),
                    Locale.forLanguageTag(row.text("language")),
                    row.text("pepper_key"),
                    row.number("tries"));
        }
    }

    void add(Code code, UUID by, Instant now, Instant ends) {
        sql.update(
                INSERT,
                List.of(
                        code.id,
                        code.recipient,
                        code.to.text(),
                        key(code.to),
                        code.language.getLanguage(),
                        code.key,
                        by,
                        now,
                        ends));
    }

    /** Who has an account there, and who was invited and can still come; the oldest first. */
    List<Colleague> of(UUID recipient, Instant now) {
        return sql.rows(SELECT + HERE + " order by invited_at, id", Colleague::of, List.of(recipient, now));
    }

    /** One of them. */
    Optional<Colleague> find(UUID recipient, UUID id, Instant now) {
        return sql.rows(SELECT + HERE + " and id = ?", Colleague::of, List.of(recipient, now, id)).stream()
                .findFirst();
    }

    /** Whoever is there with this address, or waits to come. */
    Optional<Colleague> find(UUID recipient, EmailAddress email) {
        return sql
                .rows(
                        SELECT + " where recipient_id = ? and email_key = ?",
                        Colleague::of,
                        List.of(recipient, key(email)))
                .stream()
                .findFirst();
    }

    Optional<Code> code(UUID id, Instant now) {
        return sql
                .rows("select id, recipient_id, email, language, pepper_key, tries" + WAITS, Code::of, List.of(id, now))
                .stream()
                .findFirst();
    }

    /** Takes one of its tries, before the code is looked at. */
    boolean takeTry(UUID id) {
        return sql.update(TRY, List.of(id)) == 1;
    }

    /** Gives it back: the code was right. */
    void giveTryBack(UUID id) {
        sql.update("update recipient_colleague set tries = tries - 1 where id = ? and tries > 0", List.of(id));
    }

    /** They came; false where somebody was faster, or it was taken back. */
    boolean join(UUID id, String name, UUID account, Instant now) {
        return sql.update(JOIN, List.of(name, account, now, id, now)) == 1;
    }

    boolean remove(UUID id) {
        return sql.update("delete from recipient_colleague where id = ?", List.of(id)) == 1;
    }

    int forget(Instant now) {
        return sql.update("delete from recipient_colleague where joined_at is null and code_ends_at < ?", List.of(now));
    }

    private static String key(EmailAddress email) {
        return email.text().toLowerCase(Locale.ROOT);
    }
}
