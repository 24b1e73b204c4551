package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.openplr.identity.PassphraseCheck.Result;
import org.openplr.platform.Service;

/**
 * Proves an account by its passphrase and, where an authenticator app is set up, a code: one answer, in one time, whether
 * the account is unknown, the passphrase is wrong or the code is.
 *
 * <p>The page asks for the code only after a passphrase that was right, and so says that it was: whoever knows it may
 * know that. Failed tries are counted as {@link Tries} does.
 */
@Service
public class SignIn {
    private final Accounts accounts;
    private final PassphraseCheck check;
    private final Codes codes;
    private final Tickets tickets;
    private final Tries tries;
    private final Strength strength;

    @Inject
    SignIn(Accounts accounts, PassphraseCheck check, Codes codes, Tickets tickets, Tries tries, Strength strength) {
        this.accounts = accounts;
        this.check = check;
        this.codes = codes;
        this.tickets = tickets;
        this.tries = tries;
        this.strength = strength;
    }

    /**
     * Tries a username and a passphrase; the code is asked for afterwards.
     *
     * @param client a keyed digest of where the try comes from
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public FirstStep first(String username, String passphrase, String client) {
        return switch (check.of(username, passphrase, client)) {
            case Result.Wait(var seconds) -> new SignInOutcome.Throttled(seconds);
            case Result.Wrong(var account) -> refused(account, "wrong-password", client);
            case Result.Right(var account) ->
                codes.areAsked(account.id())
                        ? new FirstStep.SecondNeeded(tickets.issue(Ticket.Purpose.SECOND_STEP, account.id(), null))
                        : accounts.enter(account, Proof.PASSPHRASE);
        };
    }

    /** Whether a ticket still waits for its code. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean waits(String ticket) {
        return tickets.find(Ticket.Purpose.SECOND_STEP, ticket).isPresent();
    }

    /** Tries the code of a sign-in that waits for it: of the app, or a recovery code. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SignInOutcome second(String ticket, String code, String client) {
        var found = tickets.find(Ticket.Purpose.SECOND_STEP, ticket);
        var account = found.map(Ticket::account).flatMap(accounts::byId);
        if (found.isEmpty() || account.isEmpty() || !tickets.tried(found.get())) return new SignInOutcome.Refused();
        var outcome = withCode(account.get(), code, client);
        return outcome instanceof Welcome && !tickets.take(found.get()) ? new SignInOutcome.Refused() : outcome;
    }

    /**
     * Tries everything at once, for somebody who cannot add to it afterwards.
     *
     * @param code of the app, or a recovery code; empty where none is given
     * @param client a keyed digest of where the try comes from
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SignInOutcome with(String username, String passphrase, String code, String client) {
        return switch (check.of(username, passphrase, client)) {
            case Result.Wait(var seconds) -> new SignInOutcome.Throttled(seconds);
            case Result.Wrong(var account) -> refused(account, "wrong-password", client);
            case Result.Right(var account) ->
                codes.areAsked(account.id())
                        ? tooWeak(account, Proof.PASSPHRASE_AND_CODE, client)
                                .orElseGet(() -> withCode(account, code, client))
                        : tooWeak(account, Proof.PASSPHRASE, client)
                                .orElseGet(() -> accounts.enter(account, Proof.PASSPHRASE));
        };
    }

    /** The refusal, where even this would not be enough. */
    private Optional<SignInOutcome> tooWeak(Account account, Proof proof, String client) {
        var lack = strength.lack(account.actor(), proof);
        if (lack == Strength.Lack.NOTHING) return Optional.empty();
        accounts.refuse(Optional.of(account), lack.reason(), client);
        return Optional.of(new SignInOutcome.TooWeak());
    }

    private SignInOutcome withCode(Account account, String code, String client) {
        var wait = code.isEmpty() ? 0 : tries.takeCode(account.username(), client);
        if (wait > 0) return new SignInOutcome.Throttled(wait);
        if (code.isEmpty() || !codes.accepts(account, code))
            return refused(Optional.of(account), "wrong-second-step", client);
        tries.rightCode(account.username(), client);
        return accounts.enter(account, Proof.PASSPHRASE_AND_CODE);
    }

    private SignInOutcome.Refused refused(Optional<Account> account, String reason, String client) {
        accounts.refuse(account, reason, client);
        return new SignInOutcome.Refused();
    }
}
