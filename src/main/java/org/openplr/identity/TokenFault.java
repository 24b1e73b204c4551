package org.openplr.identity;

import java.util.Locale;

/** What is wrong with a provider's token. */
public enum TokenFault {
    /** It cannot be read, or something is missing that it has to have. */
    MALFORMED,
    /** Of another kind: an access token, a logout token. */
    TYPE,
    /** Not signed, or in a way that is not taken. */
    ALGORITHM,
    /** Not by a key of the provider. */
    SIGNATURE,
    ISSUER,
    /** Not for us, or not for us alone. */
    AUDIENCE,
    EXPIRED,
    NOT_YET,
    /** Not the answer to what this browser asked. */
    NONCE,
    /** Nobody is named, or somebody else than before. */
    SUBJECT,
    /** Less sure of the person than was asked for. */
    TRUST,
    /** Shown before. */
    REPLAYED;

    /** As it stands in the ledger. */
    public String reason() {
        return "provider-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
