package org.openplr.identity;

/**
 * The ways into an account besides its passphrase.
 *
 * @param app whether an authenticator app is set up as the second step
 * @param passkeys how many there are
 * @param recoveryCodes how many are left
 */
public record Ways(boolean app, int passkeys, int recoveryCodes) {
    /** Whether there is anything stronger than the passphrase alone. */
    public boolean second() {
        return app || passkeys > 0;
    }
}
