package org.openplr.edge.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openplr.identity.AccountKind;
import org.openplr.identity.Accounts;
import org.openplr.identity.DemoClients;
import org.openplr.identity.EmailAddresses;
import org.openplr.identity.NewAccount;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Changes;
import org.openplr.platform.EmailAddress;
import org.openplr.recipient.Colleagues;

/**
 * Opens accounts from a file with the columns {@code kind,username,password,uln,ukprn,roles}; roles are separated by
 * blanks. An account that is there already is left as it is, its password too. With the columns {@code email,language} a
 * person is told there, on the word of whoever made the file; somebody of a recipient has to have an address at its domain.
 * A client is a system with its password for a secret, in development only.
 */
@Dependent
public class AccountImport {
    private final Accounts accounts;
    private final DemoClients clients;
    private final EmailAddresses emails;
    private final Colleagues colleagues;

    @Inject
    AccountImport(Accounts accounts, DemoClients clients, EmailAddresses emails, Colleagues colleagues) {
        this.accounts = accounts;
        this.clients = clients;
        this.emails = emails;
        this.colleagues = colleagues;
    }

    private record Row(NewAccount account, Optional<EmailAddresses.Known> email) {}

    /** Opens every account that can be opened. */
    public ImportReport take(CsvFile file) {
        var rows = file.requiring("kind", "username", "password", "uln", "ukprn", "roles")
                .rows(row -> new Row(account(row), email(row)));
        var opened = accounts.openAll(some(rows, false)) + clients.openAll(some(rows, true));
        for (var row : rows.values())
            if (row.account.kind() == AccountKind.RECIPIENT)
                row.email.ifPresent(known -> colleagues.takeOver(known.username(), known.address(), known.language()));
        emails.takeOver(
                rows.values().stream().map(Row::email).flatMap(Optional::stream).toList());
        return ImportReport.of(rows, new Changes(opened, 0, rows.values().size() - opened));
    }

    private static List<NewAccount> some(CsvRows<Row> rows, boolean clients) {
        return rows.values().stream()
                .map(Row::account)
                .filter(account -> (account.kind() == AccountKind.CLIENT) == clients)
                .toList();
    }

    private NewAccount account(CsvRow row) {
        return row.read("kind", text -> {
            var kind = kind(row, text);
            var username = row.required("username");
            var password = row.required("password");
            if (kind == AccountKind.RECIPIENT) return NewAccount.ofRecipient(recipient(row), username, password);
            return new NewAccount(
                    kind,
                    username,
                    password,
                    row.text("uln").isEmpty() ? null : Fields.uln(row, "uln"),
                    row.text("ukprn").isEmpty() ? null : ukprn(row),
                    roles(row));
        });
    }

    private UUID recipient(CsvRow row) {
        var address = EmailAddress.parse(row.required("email")).orElseThrow(() -> row.fault("email", "is no address"));
        return colleagues
                .recipientOf(address)
                .orElseThrow(() -> row.fault("email", "is at the domain of no recipient that is approved"));
    }

    private static Optional<EmailAddresses.Known> email(CsvRow row) {
        if (row.text("email").isEmpty()) return Optional.empty();
        var language = row.text("language").equals("cy") ? Locale.of("cy") : Locale.UK;
        return Optional.of(row.read(
                "email", text -> new EmailAddresses.Known(row.required("username"), new EmailAddress(text), language)));
    }

    private static AccountKind kind(CsvRow row, String text) {
        return Arrays.stream(AccountKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> row.fault("kind", "is not learner, person, recipient, user or client"));
    }

    private static Ukprn ukprn(CsvRow row) {
        return Ukprn.parse(row.text("ukprn")).orElseThrow(() -> row.fault("ukprn", "is not a UKPRN"));
    }

    private static Set<Role> roles(CsvRow row) {
        if (row.text("roles").isEmpty()) return Set.of();
        return Arrays.stream(row.text("roles").split("\\s+"))
                .map(text -> Role.parse(text).orElseThrow(() -> row.fault("roles", "are not roles of the list")))
                .collect(Collectors.toSet());
    }
}
