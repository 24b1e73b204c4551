package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.openplr.identity.PassphraseCheck.Result;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/** Changes passphrases, by the rules for new ones. */
@Service
public class Passphrases {
    private final Freshness freshness;
    private final PassphraseCheck check;
    private final Passwords passwords;
    private final PassphraseChange change;
    private final NewPassphrase rules;

    @Inject
    Passphrases(
            Freshness freshness,
            PassphraseCheck check,
            Passwords passwords,
            PassphraseChange change,
            NewPassphrase rules) {
        this.freshness = freshness;
        this.check = check;
        this.passwords = passwords;
        this.change = change;
        this.rules = rules;
    }

    /**
     * Changes it: every other session of the account ends, and this one has a new secret.
     *
     * @param client a keyed digest of where the try comes from
     * @throws Mistake FORBIDDEN {@code prove-again}, UNPROCESSABLE where the new one breaks a rule
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ProofOutcome change(SignedInSession session, String current, String fresh, String client) {
        freshness.require(session);
        rules.require(fresh, session.username(), session.actor());
        if (fresh.equals(current)) throw Mistake.unprocessable(Fault.at("/passphrase", "passphrase-same"));
        return switch (check.of(session.username(), current, client)) {
            case Result.Wait(var seconds) -> new ProofOutcome.Throttled(seconds);
            case Result.Wrong _ -> change.refused(session);
            case Result.Right(var account) -> changed(session, account, fresh);
        };
    }

    private ProofOutcome changed(SignedInSession session, Account account, String fresh) {
        try {
            return change.to(session, account, passwords.hash(fresh));
        } catch (Passwords.Busy _) {
            return new ProofOutcome.Throttled(1);
        }
    }
}
