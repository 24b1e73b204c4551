package org.openplr.share;

import java.util.Optional;
import org.openplr.platform.Ids;
import org.openplr.platform.SpokenCode;

/**
 * The code of a share: a {@link SpokenCode} that begins with the letter of its purpose, E, U, A, P or L.
 *
 * @param text the fourteen characters, canonical
 */
public record ShareCode(String text) {
    private static final String LETTERS = "EUAPL";

    public ShareCode {
        if (!SpokenCode.isWhole(text, LETTERS)) throw new IllegalArgumentException("not a share code");
    }

    /** Draws a fresh code. */
    public static ShareCode draw(Purpose purpose, Ids ids) {
        return new ShareCode(SpokenCode.draw(purpose.letter(), ids));
    }

    /** Reads a code forgivingly; empty for a typing slip. */
    public static Optional<ShareCode> parse(String typed) {
        return SpokenCode.parse(typed, LETTERS).map(ShareCode::new);
    }

    public Purpose purpose() {
        return Purpose.ofLetter(text.charAt(0)).orElseThrow();
    }

    /** As people see it: {@code E-KMPQ-7RTV-WXY3-W}. */
    public String shown() {
        return SpokenCode.shown(text);
    }

    @Override
    public String toString() {
        return "ShareCode[…]";
    }
}
