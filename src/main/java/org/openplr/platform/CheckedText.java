package org.openplr.platform;

import java.util.Locale;

/**
 * Codes that people type: characters without look-alikes or vowels, the last of them a check character.
 *
 * <p>With v the position in the alphabet: start + 1·v1 + 2·v2 + 1·v3 + 2·v4 + … ≡ 0 (mod 21). Weights and their
 * differences are coprime to 21, so every single wrong character and every swap of neighbours is found.
 */
public final class CheckedText {
    /** 21 characters, 4.4 bits each. */
    public static final String ALPHABET = "36789BDFGHJKMPQRTVWXY";

    /** 2 · 11 ≡ 1 (mod 21). */
    private static final int HALF = 11;

    private CheckedText() {}

    /** So many characters drawn, and their check character. */
    public static String draw(int start, int characters, Ids ids) {
        var text = new StringBuilder();
        for (var i = 0; i < characters; i++) text.append(ALPHABET.charAt(ids.below(ALPHABET.length())));
        var size = ALPHABET.length();
        // The weight of the place that follows is 1 where the characters so far are even in number.
        var needed = (size - sum(start, text) % size) % size;
        var check = characters % 2 == 0 ? needed : needed * HALF % size;
        return text.append(ALPHABET.charAt(check)).toString();
    }

    /** Whether all are characters of the alphabet and the last fits the others. */
    public static boolean isWhole(int start, CharSequence text) {
        return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) && sum(start, text) % ALPHABET.length() == 0;
    }

    /** What of a typed code counts: neither case nor spaces nor any kind of dash. */
    public static String plain(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\p{Pd}\\u2212.]", "").toUpperCase(Locale.ROOT);
    }

    private static int sum(int start, CharSequence text) {
        var sum = start;
        for (var i = 0; i < text.length(); i++) sum += (i % 2 == 0 ? 1 : 2) * ALPHABET.indexOf(text.charAt(i));
        return sum;
    }
}
