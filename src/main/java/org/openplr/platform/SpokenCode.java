package org.openplr.platform;

import java.util.Locale;
import java.util.Optional;

/**
 * A code that people read aloud and type: one letter that says what it is for, twelve characters without look-alikes or
 * vowels (52.7 bits), one check character; shown {@code E-KMPQ-7RTV-WXY3-W}.
 *
 * <p>With v the position in the alphabet and p the place of the letter among {@code EUAPLCJHDW}: 2·p + 1·v1 + 2·v2 + 1·v3 + …
 * + 2·v12 + 1·v13 ≡ 0 (mod 21). Weights and their differences are coprime to 21, so every single wrong character and
 * every swap of neighbours is found (sharing.md §2). {@code C}, {@code J}, {@code H}, {@code D} and {@code W} are those we added: a
 * record is claimed, an organisation is joined, a learner is helped, a data challenge and a letter while it waits are named with
 * them.
 */
public final class SpokenCode {
    private static final String ALPHABET = "36789BDFGHJKMPQRTVWXY";
    private static final String LETTERS = "EUAPLCJHDW";
    private static final int DRAWN = 12;
    private static final int LENGTH = DRAWN + 2;

    private SpokenCode() {}

    /** Draws a fresh one, canonical: fourteen characters. */
    public static String draw(char letter, Ids ids) {
        var text = new StringBuilder().append(letter);
        for (var i = 0; i < DRAWN; i++) text.append(ALPHABET.charAt(ids.below(ALPHABET.length())));
        return text.append(checkCharacter(text)).toString();
    }

    /**
     * Reads one forgivingly: case, spaces and every kind of dash do not matter; empty for a typing slip.
     *
     * @param letters those it may begin with
     */
    public static Optional<String> parse(String typed, String letters) {
        var text = typed.replaceAll("[\\s\\u00a0\\p{Pd}\\u2212.]", "").toUpperCase(Locale.ROOT);
        return isWhole(text, letters) ? Optional.of(text) : Optional.empty();
    }

    /** Whether this is one as it is drawn, beginning with one of these letters. */
    public static boolean isWhole(String text, String letters) {
        if (text.length() != LENGTH || letters.indexOf(text.charAt(0)) < 0) return false;
        for (var i = 1; i < LENGTH; i++) if (ALPHABET.indexOf(text.charAt(i)) < 0) return false;
        return weightedSum(text) % ALPHABET.length() == 0;
    }

    /** In groups, as people see it. */
    public static String shown(String text) {
        return String.join(
                "-",
                text.substring(0, 1),
                text.substring(1, 5),
                text.substring(5, 9),
                text.substring(9, 13),
                text.substring(13));
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
}
