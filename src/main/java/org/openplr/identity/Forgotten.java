package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;

/**
 * The way back for whoever forgot their passphrase: a code that goes to the confirmed address of the account, and a
 * second fact: a code of the app or a recovery code where there is an app or a passkey, else the date of birth. Every
 * answer is the same whether or not there is such an account, and whether or not it has an address.
 */
@Service
public class Forgotten {
    private static final int LONGEST_USERNAME = 254;

    private final Accounts accounts;
    private final MailboxRows mailboxes;
    private final ForgottenFacts facts;
    private final ForgottenLimits limits;
    private final Tickets tickets;
    private final Ids ids;

    @Inject
    Forgotten(
            Accounts accounts,
            MailboxRows mailboxes,
            ForgottenFacts facts,
            ForgottenLimits limits,
            Tickets tickets,
            Ids ids) {
        this.accounts = accounts;
        this.mailboxes = mailboxes;
        this.facts = facts;
        this.limits = limits;
        this.tickets = tickets;
        this.ids = ids;
    }

    /**
     * What somebody knows who forgot their passphrase.
     *
     * @param code of the message
     * @param second of the app, or a recovery code; empty where there is none
     */
    public record Known(String code, @Nullable LocalDate dateOfBirth, String second) {
        @Override
        public String toString() {
            return "Known[…]";
        }
    }

    /** Sends a code, where there is such an account and an address of it. */
    public ForgottenOutcome begin(String username, String client) {
        var wait = limits.ask(username, client);
        if (wait > 0) return new ForgottenOutcome.Throttled(wait);
        var account = username.length() <= LONGEST_USERNAME ? accounts.find(username) : Optional.<Account>empty();
        var told = account.filter(found -> mailboxes.of(found.id()).isPresent()).filter(limits::send);
        var id = ids.next();
        accounts.forgotten(account, told.isPresent(), id, client);
        return new ForgottenOutcome.Next(
                tickets.issue(Ticket.Purpose.FORGOTTEN, told.map(Account::id).orElse(null), id.toString()));
    }

    /** Whether a ticket still waits for its code. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean waits(String ticket) {
        return tickets.find(Ticket.Purpose.FORGOTTEN, ticket).isPresent();
    }

    /** Tries the code of the message with the second fact; five times at most. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ForgottenOutcome prove(String ticket, Known known, String client) {
        var found = tickets.find(Ticket.Purpose.FORGOTTEN, ticket);
        if (found.isEmpty() || !tickets.tried(found.get())) return new ForgottenOutcome.Over();
        var account = Optional.ofNullable(found.get().account()).flatMap(accounts::byId);
        var id = Optional.ofNullable(found.get().challenge()).map(UUID::fromString);
        if (account.isEmpty() || id.isEmpty() || !facts.areRight(account.get(), id.get(), known)) {
            accounts.refuse(account, "wrong-facts", client);
            return new ForgottenOutcome.Refused();
        }
        if (!tickets.take(found.get())) return new ForgottenOutcome.Over();
        return new ForgottenOutcome.Next(
                tickets.issue(Ticket.Purpose.NEW_PASSPHRASE, account.get().id(), null));
    }
}
