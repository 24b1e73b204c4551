package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.openplr.identity.PassphraseCheck.Result;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/** Somebody who is signed in proves again that it is them, before what matters more than looking. */
@Service
public class StepUp {
    private static final String WHAT = "account.proved-again";

    private final Freshness freshness;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Codes codes;
    private final PassphraseCheck check;
    private final Tries tries;

    @Inject
    StepUp(Freshness freshness, Accounts accounts, Sessions sessions, Codes codes, PassphraseCheck check, Tries tries) {
        this.freshness = freshness;
        this.accounts = accounts;
        this.sessions = sessions;
        this.codes = codes;
        this.check = check;
        this.tries = tries;
    }

    /** Whether it has to be proved again before a share, an export, or a change of how one signs in. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isNeeded(SignedInSession session) {
        return freshness.isOver(session);
    }

    /**
     * Insists that it is proved.
     *
     * @throws Mistake FORBIDDEN {@code prove-again}
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void require(SignedInSession session) {
        freshness.require(session);
    }

    /** The ways into this account. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Ways ways(SignedInSession session) {
        return freshness.ways(session.account());
    }

    /**
     * Tries the passphrase, and with it a code where the account has a second factor.
     *
     * @param code empty where none is asked for
     * @param client a keyed digest of where the try comes from
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ProofOutcome byPassphrase(SignedInSession session, String passphrase, String code, String client) {
        var account = accounts.byId(session.account()).orElseThrow(Mistake::notFound);
        return switch (check.of(account.username(), passphrase, client)) {
            case Result.Wait(var seconds) -> new ProofOutcome.Throttled(seconds);
            case Result.Wrong _ -> refused(session, "wrong-password");
            case Result.Right _ -> ways(session).second() ? withCode(session, account, code, client) : proved(session);
        };
    }

    private ProofOutcome proved(SignedInSession session) {
        return new ProofOutcome.Proved(sessions.raise(session, Proof.PASSPHRASE, WHAT));
    }

    private ProofOutcome withCode(SignedInSession session, Account account, String code, String client) {
        var wait = tries.takeCode(account.username(), client);
        if (wait > 0) return new ProofOutcome.Throttled(wait);
        if (!codes.accepts(account, code)) return refused(session, "wrong-second-step");
        tries.rightCode(account.username(), client);
        return new ProofOutcome.Proved(sessions.raise(session, Proof.PASSPHRASE_AND_CODE, WHAT));
    }

    /** Notes a proof by passkey. */
    ProofOutcome byPasskey(SignedInSession session, Optional<String> refusal) {
        return refusal.map(reason -> refused(session, reason))
                .orElseGet(() -> new ProofOutcome.Proved(sessions.raise(session, Proof.PASSKEY, WHAT)));
    }

    private ProofOutcome refused(SignedInSession session, String reason) {
        accounts.refuse(session, WHAT, reason);
        return new ProofOutcome.Refused();
    }
}
