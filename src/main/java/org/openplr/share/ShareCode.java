package org.openplr.share;

import java.util.Optional;
import org.openplr.platform.CheckedText;
import org.openplr.platform.Ids;

/**
 * The code of a share: one purpose letter, twelve characters without look-alikes or vowels (52.7 bits), one check
 * character; shown {@code E-KMPQ-7RTV-WXY3-W}.
 *
 * <p>The check is {@link CheckedText}'s, begun with 2·p where p = 0…4 for E, U, A, P, L (sharing.md §2).
 *
 * @param text the fourteen characters, canonical
 */
public record ShareCode(String text) {
    private static final String LETTERS = "EUAPL";
    private static final int DRAWN = 12;
    private static final int LENGTH = DRAWN + 2;

    public ShareCode {
        if (!isWhole(text)) throw new IllegalArgumentException("not a share code");
    }

    /** Draws a fresh code. */
    public static ShareCode draw(Purpose purpose, Ids ids) {
        var letter = purpose.letter();
        return new ShareCode(letter + CheckedText.draw(start(letter), DRAWN, ids));
    }

    /** Reads a code forgivingly: case, spaces and every kind of dash do not matter; empty for a typing slip. */
    public static Optional<ShareCode> parse(String typed) {
        var text = CheckedText.plain(typed);
        return isWhole(text) ? Optional.of(new ShareCode(text)) : Optional.empty();
    }

    public Purpose purpose() {
        return Purpose.ofLetter(text.charAt(0)).orElseThrow();
    }

    /** As people see it: {@code E-KMPQ-7RTV-WXY3-W}. */
    public String shown() {
        return String.join(
                "-",
                text.substring(0, 1),
                text.substring(1, 5),
                text.substring(5, 9),
                text.substring(9, 13),
                text.substring(13));
    }

    private static boolean isWhole(String text) {
        if (text.length() != LENGTH || LETTERS.indexOf(text.charAt(0)) < 0) return false;
        return CheckedText.isWhole(start(text.charAt(0)), text.substring(1));
    }

    private static int start(char letter) {
        return 2 * LETTERS.indexOf(letter);
    }

    @Override
    public String toString() {
        return "ShareCode[…]";
    }
}
