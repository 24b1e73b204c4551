package org.openplr.identity;

/** By what somebody proved that an account is theirs, weakest first. */
public enum Proof {
    PASSPHRASE(false),
    /** The passphrase, and a code of an authenticator app or a recovery code. */
    PASSPHRASE_AND_CODE(true),
    /** The word of an identity provider, which did not say how it knows. */
    PROVIDER(false),
    /** The word of an identity provider that two factors were used there. */
    PROVIDER_TWO_FACTORS(true),
    /** A passkey that asked for a finger, a face or a PIN. */
    PASSKEY(true);

    private final boolean twoFactors;

    Proof(boolean twoFactors) {
        this.twoFactors = twoFactors;
    }

    /** Whether it is something they have and something they know or are. */
    public boolean twoFactors() {
        return twoFactors;
    }
}
