package org.openplr.identity;

import java.util.List;

/**
 * A key with what proves it.
 *
 * @param pepper the id of the pepper's key under which the digest was made
 * @param digest of the secret; empty for a public key
 * @param jwk the public key; empty for a secret
 */
record ClientKey(ApiClient.Key key, String pepper, String digest, String jwk) {
    /** A system with its keys that have not ended, the oldest first. */
    record Holder(ApiClient client, List<ClientKey> keys) {
        Holder {
            keys = List.copyOf(keys);
        }
    }

    @Override
    public String toString() {
        return "ClientKey[" + key.id() + "]";
    }
}
