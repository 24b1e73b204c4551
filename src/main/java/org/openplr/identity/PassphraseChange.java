package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.List;
import org.openplr.platform.Service;
import org.openplr.platform.Sql;

/** What belongs to a changed passphrase, in one transaction. */
@Service
class PassphraseChange {
    private static final String CHANGE =
            "update identity_account set password_hash = ? where id = ? and password_hash = ?";
    private static final String WHAT = "account.passphrase-changed";

    private final Sql sql;
    private final Sessions sessions;
    private final Accounts accounts;

    @Inject
    PassphraseChange(Sql sql, Sessions sessions, Accounts accounts) {
        this.sql = sql;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** The new hash in place of the old one; where that is no longer there, another change was faster. */
    ProofOutcome to(SignedInSession session, Account account, String hash) {
        if (sql.update(CHANGE, List.of(hash, account.id(), account.passwordHash())) == 0)
            return new ProofOutcome.Refused();
        sessions.endOthers(session);
        return new ProofOutcome.Proved(sessions.raise(session, session.proof(), WHAT));
    }

    /** The new hash for somebody who forgot the old one; every session of the account ends. False as above. */
    boolean reset(Account account, String hash) {
        if (sql.update(CHANGE, List.of(hash, account.id(), account.passwordHash())) == 0) return false;
        sessions.endAll(account.id());
        accounts.note(account, "account.passphrase-reset");
        return true;
    }

    ProofOutcome refused(SignedInSession session) {
        accounts.refuse(session, WHAT, "wrong-password");
        return new ProofOutcome.Refused();
    }
}
