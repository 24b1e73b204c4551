package org.openplr.share;

/**
 * Marks a creating call, so that sent twice it makes one thing.
 *
 * @param key the caller's key, 1 to 200 characters
 * @param request what was asked, as it came: the same key with another request is a mistake
 */
public record Idempotency(String key, String request) {
    @Override
    public String toString() {
        return "Idempotency[…]";
    }
}
