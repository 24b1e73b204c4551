package org.openplr.bench;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Random;

/** How hands slip: one letter put in, left out, taken for another or for its neighbour. */
final class Typing {
    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"};

    private final Random random;

    Typing(Random random) {
        this.random = random;
    }

    /** The text with one slip in it, which is never none. */
    String slip(String text) {
        if (text.length() < 2) return text;
        for (var tries = 0; tries < 20; tries++) {
            var slipped = once(text);
            if (!slipped.equals(text) && !slipped.isBlank()) return slipped;
        }
        return text;
    }

    private String once(String text) {
        var at = random.nextInt(text.length());
        var letter = text.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + beside(letter) + text.substring(at);
            case 2 -> text.substring(0, at) + beside(letter) + text.substring(at + 1);
            default ->
                at + 1 == text.length()
                        ? text
                        : text.substring(0, at) + text.charAt(at + 1) + letter + text.substring(at + 2);
        };
    }

    /** A key beside this one, in the same case. */
    private char beside(char letter) {
        var small = Character.toLowerCase(letter);
        for (var row : ROWS) {
            var at = row.indexOf(small);
            if (at < 0) continue;
            var next = row.charAt(Math.clamp(at + (random.nextBoolean() ? 1L : -1L), 0, row.length() - 1));
            return Character.isUpperCase(letter) ? Character.toUpperCase(next) : next;
        }
        return letter;
    }

    /** Another date that differs by one digit, or by two digits that changed places. */
    LocalDate slip(LocalDate date) {
        for (var tries = 0; tries < 200; tries++) {
            var digits = date.toString().replace("-", "").toCharArray();
            var at = 2 + random.nextInt(6);
            if (random.nextInt(3) == 0 && at > 2) {
                var kept = digits[at];
                digits[at] = digits[at - 1];
                digits[at - 1] = kept;
            } else digits[at] = (char) ('0' + random.nextInt(10));
            var slipped = read(new String(digits));
            if (!slipped.equals(LocalDate.MIN) && !slipped.equals(date) && slipped.getYear() < 2014) return slipped;
        }
        return date;
    }

    private static LocalDate read(String digits) {
        try {
            return LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
        } catch (DateTimeException none) {
            return LocalDate.MIN;
        }
    }
}
