package org.openplr.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is with a provider. State, nonce and verifier are made of the one secret in its cookie, so that they are
 * its own and stand nowhere else.
 *
 * @param account whose, where somebody is signed in
 * @param next where they want to go afterwards
 */
public record ProviderVisit(
        String secret,
        String provider,
        Purpose purpose,
        @Nullable UUID account,
        String next,
        Instant began) {
    /** What for. */
    public enum Purpose {
        SIGN_IN,
        /** To let the provider's word open this account from now on. */
        BIND,
        /** To prove again that it is them. */
        PROVE
    }

    /** What the provider has to bring back with the browser: not another browser's answer. */
    public String state() {
        return stateOf(secret);
    }

    /** What its token has to hold: not another request's. */
    public String nonce() {
        return derived("nonce", secret);
    }

    /** What only whoever began it can tell the token endpoint (RFC 7636). */
    public String verifier() {
        return derived("verifier", secret);
    }

    /** The state that belongs to a browser's secret. */
    public static String stateOf(String secret) {
        return derived("state", secret);
    }

    private static String derived(String what, String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest((what + ":" + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "ProviderVisit[" + provider + "]";
    }
}
