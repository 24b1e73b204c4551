package org.openplr.share;

import java.util.Optional;
import org.openplr.platform.Ids;

/**
 * The secret of a share's link: a selector by which the share is found and a verifier that proves it.
 *
 * <p>Both are base64url without padding, 16 and 32 random bytes, written one after the other: 65 characters. It stands
 * in the link's fragment, so that no server log, proxy or Referer ever has it.
 *
 * @param selector 22 characters, kept in clear
 * @param verifier 43 characters, kept only as a keyed digest
 */
public record LinkSecret(String selector, String verifier) {
    private static final int SELECTOR = 22;

    /** Draws a fresh secret. */
    public static LinkSecret draw(Ids ids) {
        return new LinkSecret(ids.secretText(16), ids.secretText(32));
    }

    /** Reads a link's fragment; empty if it is none. */
    public static Optional<LinkSecret> parse(String text) {
        var secret = text.strip();
        if (!secret.matches("[A-Za-z0-9_-]{65}")) return Optional.empty();
        return Optional.of(new LinkSecret(secret.substring(0, SELECTOR), secret.substring(SELECTOR)));
    }

    /** What stands before it in a link, from the server's address on: it says whether the link asks for a PIN too. */
    public static String place(boolean withPin) {
        return withPin ? "/s?with=pin#" : "/s#";
    }

    /** A secret that nobody was given, for what cannot be one: it is looked up like any other, and not found. */
    public static LinkSecret nobodys() {
        return new LinkSecret("-".repeat(SELECTOR), "-".repeat(43));
    }

    /** As it stands in the link. */
    public String text() {
        return selector + verifier;
    }

    @Override
    public String toString() {
        return "LinkSecret[…]";
    }
}
