package org.openplr.identity;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;

/** An authenticator app as the second step after the passphrase: set up, replaced, taken off. */
@Service
public class SecondStep {
    private static final String ISSUER = "OpenPLR";

    private final TotpSecrets secrets;
    private final Freshness freshness;
    private final Sessions sessions;
    private final Tries tries;
    private final Ids ids;

    @Inject
    SecondStep(TotpSecrets secrets, Freshness freshness, Sessions sessions, Tries tries, Ids ids) {
        this.secrets = secrets;
        this.freshness = freshness;
        this.sessions = sessions;
        this.tries = tries;
        this.ids = ids;
    }

    /**
     * What an app has to be told.
     *
     * @param secret in base32, to type
     * @param address an {@code otpauth} address, to scan
     */
    public record Setup(String secret, String address) {
        @Override
        public String toString() {
            return "Setup[…]";
        }
    }

    /**
     * Makes a new secret. It counts from its first code on; until then whatever counted still does.
     *
     * @throws org.openplr.platform.Mistake FORBIDDEN {@code prove-again}
     */
    public Setup begin(SignedInSession session) {
        freshness.require(session);
        var secret = ids.secret(Totp.SECRET_BYTES);
        secrets.pend(session.account(), secret);
        return setup(session, secret);
    }

    /** What the app was told that is being set up: a page shows it again after a code that was wrong. */
    public Optional<Setup> begun(SignedInSession session) {
        freshness.require(session);
        return secrets.pending(session.account()).map(secret -> setup(session, secret));
    }

    /** Confirms that the app makes the right codes: from now on they are asked for. */
    public ProofOutcome confirm(SignedInSession session, String code, String client) {
        freshness.require(session);
        var wait = tries.takeCode(session.username(), client);
        if (wait > 0) return new ProofOutcome.Throttled(wait);
        if (!secrets.confirm(session.account(), Codes.plain(code))) return new ProofOutcome.Refused();
        tries.rightCode(session.username(), client);
        var proof = session.proof() == Proof.PASSKEY ? Proof.PASSKEY : Proof.PASSPHRASE_AND_CODE;
        return new ProofOutcome.Proved(sessions.raise(session, proof, "account.second-step-on"));
    }

    /**
     * Takes the second step off.
     *
     * @throws org.openplr.platform.Mistake FORBIDDEN {@code prove-again}
     */
    public void remove(SignedInSession session) {
        freshness.require(session);
        if (secrets.remove(session.account())) sessions.note(session, "account.second-step-off");
    }

    private static Setup setup(SignedInSession session, byte[] secret) {
        var text = Totp.base32(secret);
        var name = URLEncoder.encode(session.username(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Setup(text, "otpauth://totp/" + ISSUER + ":" + name + "?secret=" + text + "&issuer=" + ISSUER);
    }
}
