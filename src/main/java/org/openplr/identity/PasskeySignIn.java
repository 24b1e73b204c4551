package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/** Signing in, and proving it again, with a passkey: it tells the account, and was unlocked by whoever holds it. */
@Service
public class PasskeySignIn {
    private final PasskeyCheck check;
    private final Accounts accounts;
    private final StepUp stepUp;
    private final Tries tries;

    @Inject
    PasskeySignIn(PasskeyCheck check, Accounts accounts, StepUp stepUp, Tries tries) {
        this.check = check;
        this.accounts = accounts;
        this.stepUp = stepUp;
        this.tries = tries;
    }

    /**
     * Asks for any passkey of ours.
     *
     * @param client a keyed digest of where the request comes from: each may ask a hundred times in 15 minutes
     * @throws Mistake TOO_MANY
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public PasskeyRequest ask(String client) {
        var wait = tries.takeAnonymous(client);
        if (wait > 0) throw Mistake.tooMany(wait);
        return check.ask();
    }

    /** Signs in. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SignInOutcome with(String ticket, String answer, String client) {
        var checked = check.check(ticket, answer);
        var account = checked.account().flatMap(accounts::byId);
        if (account.isEmpty() || checked.refusal().isPresent()) {
            accounts.refuse(account, checked.refusal().orElse("passkey-refused"), client);
            return new SignInOutcome.Refused();
        }
        tries.giveBackAnonymous(client);
        return accounts.enter(account.get(), Proof.PASSKEY);
    }

    /** Proves again who is signed in: only by a passkey of their own. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ProofOutcome again(SignedInSession session, String ticket, String answer, String client) {
        var checked = check.check(ticket, answer);
        var own = checked.account().filter(session.account()::equals).isPresent();
        if (own && checked.refusal().isEmpty()) tries.giveBackAnonymous(client);
        return stepUp.byPasskey(session, own ? checked.refusal() : java.util.Optional.of("passkey-refused"));
    }
}
