package org.openplr.identity;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Part;
import org.openplr.platform.Sql;

/** Confirmed addresses in the database, and those given up. */
@Part
class MailboxRows {
    private static final String OF_ACCOUNT = """
        select e.account_id, e.address, e.language, e.confirmed_at as since from identity_email e
            join identity_account a on a.id = e.account_id where e.account_id = ? and a.closed_at is null\
        """;
    private static final String FORMER =
            "select account_id, address, language, left_at as since from identity_email_former where id = ?";
    private static final String OF_NUMBERS = """
        select e.account_id, e.address, e.language, e.confirmed_at as since from identity_account a
            join identity_email e on e.account_id = a.id where a.closed_at is null and a.uln in (\
        """;
    private static final String OF_PEOPLE = """
        select a.roles, e.account_id, e.address, e.language, e.confirmed_at as since from identity_account a
            join identity_email e on e.account_id = a.id where a.closed_at is null and a.kind = 'USER' and a.ukprn = ?\
        """;
    private static final String OF_ADMINISTRATORS = """
        select e.account_id, e.address, e.language, e.confirmed_at as since from identity_account a
            join identity_email e on e.account_id = a.id where a.closed_at is null and a.kind = 'USER' and a.ukprn is null\
        """;
    private static final String PUT =
            "insert into identity_email (account_id, address, language, confirmed_at) values (?, ?, ?, ?)";
    private static final String LEAVE = """
        insert into identity_email_former (id, account_id, address, language, left_at) values (?, ?, ?, ?, ?)\
        """;

    private final Sql sql;

    @Inject
    MailboxRows(Sql sql) {
        this.sql = sql;
    }

    /** Makes whoever else changes this account's address wait: two clicks at once are one after the other. */
    void hold(UUID account) {
        sql.update("update identity_account set kind = kind where id = ?", List.of(account));
    }

    Optional<Mailbox> of(UUID account) {
        return sql.rows(OF_ACCOUNT, MailboxRows::read, List.of(account)).stream()
                .findFirst();
    }

    Optional<Mailbox> former(UUID id) {
        return sql.rows(FORMER, MailboxRows::read, List.of(id)).stream().findFirst();
    }

    List<Mailbox> of(Collection<Uln> numbers) {
        return sql.rows(
                OF_NUMBERS + Sql.places(numbers.size()) + ")",
                MailboxRows::read,
                numbers.stream().map(Uln::digits).toList());
    }

    /** A person of an organisation, with the roles that were given to them. */
    record OfPerson(Mailbox box, Set<Role> roles) {}

    List<OfPerson> ofPeople(Ukprn organisation) {
        return sql.rows(
                OF_PEOPLE,
                row -> new OfPerson(read(row), Account.rolesOf(row.text("roles"))),
                List.of(organisation.digits()));
    }

    List<Mailbox> ofAdministrators() {
        return sql.rows(OF_ADMINISTRATORS, MailboxRows::read, List.of());
    }

    void put(Mailbox box) {
        sql.update(
                PUT, List.of(box.account(), box.address().text(), box.language().getLanguage(), box.since()));
    }

    void speak(UUID account, Locale language) {
        sql.update(
                "update identity_email set language = ? where account_id = ?",
                List.of(language.getLanguage(), account));
    }

    /** Gives the address up, and keeps it under this id until it is told. */
    void leave(UUID id, Mailbox box, Instant now) {
        sql.update("delete from identity_email where account_id = ?", List.of(box.account()));
        sql.update(
                LEAVE,
                List.of(id, box.account(), box.address().text(), box.language().getLanguage(), now));
    }

    void takeOver(String username, EmailAddress address, Locale language, Instant now) {
        sql
                .rows(
                        "select id from identity_account where username_key = ?",
                        row -> row.id("id"),
                        List.of(Accounts.key(username)))
                .stream()
                .filter(account -> of(account).isEmpty())
                .forEach(account -> put(new Mailbox(account, address, language, now)));
    }

    void forgetFormer(Instant before) {
        sql.update("delete from identity_email_former where left_at < ?", List.of(before));
    }

    private static Mailbox read(Sql.Row row) throws SQLException {
        return new Mailbox(
                row.id("account_id"),
                new EmailAddress(row.text("address")),
                Locale.forLanguageTag(row.text("language")),
                row.moment("since"));
    }
}
