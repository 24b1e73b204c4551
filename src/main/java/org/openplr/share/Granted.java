package org.openplr.share;

import java.util.Optional;

/**
 * What a learner gets when a share is made or renewed.
 *
 * @param share the share
 * @param secrets the link and the code, told this once; empty where the same call was answered before, and where the
 *     recipient signs in
 */
public record Granted(Share share, Optional<Secrets> secrets) {
    /**
     * The two ways to open it.
     *
     * @param link the whole address, with the secret in its fragment
     * @param code the code
     */
    public record Secrets(String link, ShareCode code) {
        @Override
        public String toString() {
            return "Secrets[…]";
        }
    }
}
