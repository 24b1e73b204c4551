package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.openplr.platform.Service;

/** The last step of whoever forgot their passphrase: a new one. */
@Service
public class ForgottenChoice {
    private final Accounts accounts;
    private final Tickets tickets;
    private final NewPassphrase rules;
    private final Passwords passwords;
    private final PassphraseChange change;

    @Inject
    ForgottenChoice(
            Accounts accounts, Tickets tickets, NewPassphrase rules, Passwords passwords, PassphraseChange change) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.rules = rules;
        this.passwords = passwords;
        this.change = change;
    }

    /** Whether a ticket waits for a new passphrase. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean waits(String ticket) {
        return tickets.find(Ticket.Purpose.NEW_PASSPHRASE, ticket).isPresent();
    }

    /**
     * Sets the new passphrase; every session of the account ends.
     *
     * @throws org.openplr.platform.Mistake UNPROCESSABLE where it breaks a rule
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ForgottenOutcome choose(String ticket, String passphrase) {
        var found = tickets.find(Ticket.Purpose.NEW_PASSPHRASE, ticket);
        var account = found.map(Ticket::account).flatMap(accounts::byId);
        if (found.isEmpty() || account.isEmpty()) return new ForgottenOutcome.Over();
        rules.require(passphrase, account.get().username(), account.get().actor());
        try {
            var hash = passwords.hash(passphrase);
            return tickets.take(found.get()) && change.reset(account.get(), hash)
                    ? new ForgottenOutcome.Changed()
                    : new ForgottenOutcome.Over();
        } catch (Passwords.Busy _) {
            return new ForgottenOutcome.Throttled(1);
        }
    }
}
