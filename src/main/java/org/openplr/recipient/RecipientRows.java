package org.openplr.recipient;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** The rows of recipients; each statement that decides does so by its row count. */
@Part
class RecipientRows {
    static final int TRIES = 5;

    private static final int MOST = 100;
    private static final String SELECT = "select " + Recipient.COLUMNS + " from recipient";
    private static final String SEARCH =
            SELECT + " where state = 'APPROVED' and name_key like ? order by name_key, id" + " fetch first ? rows only";
    private static final String INSERT = "insert into recipient (id, name, name_key, register, number, domain, email,"
        + " language, client, pepper_key, tries, code_ends_at, state, applied_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?,"
        + " ?, 0, ?, 'APPLIED', ?)";
    private static final String CODE = "select id, email, language, pepper_key, tries from recipient where id = ?"
            + " and state = 'APPLIED' and code_ends_at > ? and tries < " + TRIES;
    private static final String TRY =
            "update recipient set tries = tries + 1 where id = ? and state = 'APPLIED'" + " and tries < " + TRIES;
    private static final String CONFIRM =
            "update recipient set state = 'CONFIRMED', confirmed_at = ? where id = ? and state = 'APPLIED'";
    private static final String APPROVE = "update recipient set state = 'APPROVED', approved_at = ?,"
            + " approved_number = register || ' ' || number where id = ? and state = 'CONFIRMED'";
    private static final String END = "update recipient set state = 'ENDED', ended_at = ?, approved_number = null"
            + " where id = ? and state in ('CONFIRMED', 'APPROVED')";
    private static final String INVITE = "update recipient set"
            + " invited = case when invited_since > ? then invited + 1 else 1 end,"
            + " invited_since = case when invited_since > ? then invited_since else ? end"
            + " where id = ? and (invited_since is null or invited_since <= ? or invited < ?)";
    private static final String ASKED =
            "select count(*) as asked from recipient where (client = ? or email = ?) and applied_at > ?";
    private static final String SWEEP = "delete from recipient where state = 'APPLIED' and applied_at < ?";

    private final Sql sql;

    @Inject
    RecipientRows(Sql sql) {
        this.sql = sql;
    }

    /** A code that can still be used, and where it went. */
    record Code(UUID id, EmailAddress to, Locale language, String key, int tries) {
        static Code of(Sql.Row row) throws SQLException {
            return new Code(
                    row.id("id"),
                    new EmailAddress(row.text("email")),
                    Locale.forLanguageTag(row.text("language")),
                    row.text("pepper_key"),
                    row.number("tries"));
        }
    }

    /** Where the code of an application went. */
    record Applicant(EmailAddress email, Locale language) {}

    void add(List<Object> values) {
        sql.update(INSERT, values);
    }

    Optional<Recipient> find(UUID id) {
        return sql.rows(SELECT + " where id = ?", Recipient::of, List.of(id)).stream()
                .findFirst();
    }

    /** Those that confirmed their domain, whatever became of them since; the newest first. */
    List<Recipient> confirmed() {
        return sql.rows(
                SELECT + " where state <> 'APPLIED' order by applied_at desc, id desc fetch first " + MOST
                        + " rows only",
                Recipient::of,
                List.of());
    }

    /** Those approved under this number. */
    List<Recipient> approved(RegisteredNumber number) {
        return sql.rows(
                SELECT + " where state = 'APPROVED' and register = ? and number = ?",
                Recipient::of,
                List.of(number.register().name(), number.text()));
    }

    /** Who applied for one that is approved. */
    Optional<Applicant> applicant(UUID id) {
        return sql
                .rows(
                        "select email, language from recipient where id = ? and state = 'APPROVED'",
                        row -> new Applicant(
                                new EmailAddress(row.text("email")), Locale.forLanguageTag(row.text("language"))),
                        List.of(id))
                .stream()
                .findFirst();
    }

    /** The one that is approved and has its mail there; of several the first. */
    Optional<UUID> ofDomain(String domain) {
        return sql
                .rows(
                        "select id from recipient where state = 'APPROVED' and domain = ? order by id",
                        row -> row.id("id"),
                        List.of(domain))
                .stream()
                .findFirst();
    }

    /** Those approved whose names have this key in them, by name. */
    List<Recipient> search(String key, int most) {
        return sql.rows(SEARCH, Recipient::of, List.of("%" + key.replace(' ', '%') + "%", most));
    }

    /** One change of a recipient's people after the other, as long as it is approved; false where it is not. */
    boolean hold(UUID id) {
        return sql.update("update recipient set state = state where id = ? and state = 'APPROVED'", List.of(id)) == 1;
    }

    /** Takes one of the invitations of a day; false where there is none left. */
    boolean takeInvitation(UUID id, Instant now, int most) {
        var begun = now.minus(1, ChronoUnit.DAYS);
        return sql.update(INVITE, List.of(begun, begun, now, id, begun, most)) == 1;
    }

    /** The names of these, by id. */
    Map<String, String> names(Collection<String> wanted) {
        if (wanted.isEmpty()) return Map.of();
        return sql
                .rows(
                        "select id, name from recipient where id in (" + Sql.places(wanted.size()) + ")",
                        row -> Map.entry(row.text("id"), row.text("name")),
                        List.copyOf(wanted))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Code> code(UUID id, Instant now) {
        return sql.rows(CODE, Code::of, List.of(id, now)).stream().findFirst();
    }

    /** Takes one of its tries, before the code is looked at. */
    boolean takeTry(UUID id) {
        return sql.update(TRY, List.of(id)) == 1;
    }

    boolean confirm(UUID id, Instant now) {
        return sql.update(CONFIRM, List.of(now, id)) == 1;
    }

    /**
     * It is approved; false where it does not wait for that.
     *
     * @throws Sql.DatabaseTrouble a duplicate where another one of its number is approved
     */
    boolean approve(UUID id, Instant now) {
        return sql.update(APPROVE, List.of(now, id)) == 1;
    }

    boolean end(UUID id, Instant now) {
        return sql.update(END, List.of(now, id)) == 1;
    }

    /** How often a client asked, or an address was asked for, since then. */
    int asked(String client, EmailAddress to, Instant since) {
        return sql.rows(ASKED, row -> row.number("asked"), List.of(client, to.text(), since))
                .getFirst();
    }

    /** Forgets what was never confirmed. */
    void sweep(Instant before) {
        sql.update(SWEEP, List.of(before));
    }
}
