package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** What belongs to an invitation that is used, in one transaction; empty where somebody else was faster. */
@Service
class JoiningChange {
    private static final String OPEN =
            "insert into identity_account (id, kind, username, username_key, password_hash, ukprn, roles, opened_at,"
                    + " name) values (" + Sql.places(9) + ")";

    private final Sql sql;
    private final Invitations invitations;
    private final PassphraseChange passphrase;
    private final Accounts accounts;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    JoiningChange(
            Sql sql,
            Invitations invitations,
            PassphraseChange passphrase,
            Accounts accounts,
            Ids ids,
            InstantSource clock) {
        this.sql = sql;
        this.invitations = invitations;
        this.passphrase = passphrase;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Account> open(Invitation invitation, String username, String hash) {
        if (!invitations.use(invitation)) return Optional.empty();
        UUID id = ids.next();
        sql.update(
                OPEN,
                List.of(
                        id,
                        AccountKind.USER.name(),
                        username,
                        Accounts.key(username),
                        hash,
                        invitation.organisation().digits(),
                        Account.textOf(invitation.roles()),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        invitation.name()));
        var opened = accounts.byId(id);
        opened.ifPresent(account -> accounts.note(account, "account.joined"));
        return opened;
    }

    Optional<Account> renew(Invitation invitation, Account account, String hash) {
        if (!invitations.use(invitation) || !passphrase.reset(account, hash)) return Optional.empty();
        return accounts.byId(account.id());
    }
}
