package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Service;

/**
 * The accounts of people who work for a recipient of shares: opened by whoever has decided that they do, and closed. Their
 * address is the one at the recipient's own domain where they got their code, so it is confirmed from the first day.
 */
@Service
public class RecipientAccounts {
    private final Accounts accounts;
    private final ClosedAccounts closed;
    private final MailboxRows mailboxes;
    private final InstantSource clock;

    @Inject
    RecipientAccounts(Accounts accounts, ClosedAccounts closed, MailboxRows mailboxes, InstantSource clock) {
        this.accounts = accounts;
        this.closed = closed;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /** Opens one and signs it in; two of one name at once are refused by the database. */
    public Welcome open(LearnerAccounts.Prepared prepared, UUID recipient, EmailAddress address, Locale language) {
        var account = NewAccount.ofRecipient(recipient, prepared.username(), prepared.hash());
        var welcome = accounts.openAndEnter(prepared.account(), account, prepared.hash());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        mailboxes.put(new Mailbox(prepared.account(), address, language, now));
        return welcome;
    }

    /** The account of this user name, if it is for this recipient. */
    public Optional<UUID> find(String username, UUID recipient) {
        return accounts.find(username)
                .filter(account -> recipient.equals(account.recipient()))
                .map(Account::id);
    }

    /** Closes one: its sessions end at once, its tokens within a minute. */
    public void close(UUID account) {
        closed.close(account);
    }
}
