package org.openplr.share;

import java.util.Locale;
import java.util.Optional;
import org.openplr.platform.Ids;

/**
 * The code of a share: one purpose letter, twelve characters without look-alikes or vowels (52.7 bits), one check
 * character; shown {@code E-KMPQ-7RTV-WXY3-W}.
 *
 * <p>With v the position in the alphabet and p = 0…4 for E, U, A, P, L: 2·p + 1·v1 + 2·v2 + 1·v3 + … + 2·v12 + 1·v13
 * ≡ 0 (mod 21). Weights and their differences are coprime to 21, so every single wrong character and every swap of
 * neighbours is found (sharing.md §2).
 *
 * @param text the fourteen characters, canonical
 */
public record ShareCode(String text) {
    private static final String ALPHABET = "36789BDFGHJKMPQRTVWXY";
    private static final String LETTERS = "EUAPL";
    private static final int DRAWN = 12;
    private static final int LENGTH = DRAWN + 2;

    public ShareCode {
        if (!isWhole(text)) throw new IllegalArgumentException("not a share code");
    }

    /** Draws a fresh code. */
    public static ShareCode draw(Purpose purpose, Ids ids) {
        var text = new StringBuilder().append(purpose.letter());
        for (var i = 0; i < DRAWN; i++) text.append(ALPHABET.charAt(ids.below(ALPHABET.length())));
        return new ShareCode(text.append(checkCharacter(text)).toString());
    }

    /** Reads a code forgivingly: case, spaces and every kind of dash do not matter; empty for a typing slip. */
    public static Optional<ShareCode> parse(String typed) {
        var text = typed.replaceAll("[\\s\\u00a0\\p{Pd}\\u2212.]", "").toUpperCase(Locale.ROOT);
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
        for (var i = 1; i < LENGTH; i++) if (ALPHABET.indexOf(text.charAt(i)) < 0) return false;
        return weightedSum(text) % ALPHABET.length() == 0;
    }

    private static char checkCharacter(CharSequence unchecked) {
        var size = ALPHABET.length();
        return ALPHABET.charAt((size - weightedSum(unchecked) % size) % size);
    }

    private static int weightedSum(CharSequence text) {
        var sum = 2 * LETTERS.indexOf(text.charAt(0));
        for (var i = 1; i < text.length(); i++) sum += (i % 2 == 0 ? 2 : 1) * ALPHABET.indexOf(text.charAt(i));
        return sum;
    }

    @Override
    public String toString() {
        return "ShareCode[…]";
    }
}
