package org.openplr.helping;

import java.util.Optional;
import org.openplr.platform.Ids;
import org.openplr.platform.SpokenCode;

/**
 * What a learner gives to somebody who is to help them: a {@link SpokenCode} that begins with H. The five characters after
 * it find the leave, the other seven prove it: 30 bits for ten tries.
 *
 * @param text the fourteen characters, canonical
 */
public record HelpCode(String text) {
    private static final char LETTER = 'H';
    private static final String LETTERS = String.valueOf(LETTER);
    private static final int SELECTOR_END = 6;

    public HelpCode {
        if (!SpokenCode.isWhole(text, LETTERS)) throw new IllegalArgumentException("not a helper's code");
    }

    static HelpCode draw(Ids ids) {
        return new HelpCode(SpokenCode.draw(LETTER, ids));
    }

    /** Reads a code forgivingly; empty for a typing slip. */
    public static Optional<HelpCode> parse(String typed) {
        return SpokenCode.parse(typed, LETTERS).map(HelpCode::new);
    }

    String selector() {
        return text.substring(1, SELECTOR_END);
    }

    /** As people see it: {@code H-KMPQ-7RTV-WXY3-B}. */
    public String shown() {
        return SpokenCode.shown(text);
    }

    @Override
    public String toString() {
        return "HelpCode[…]";
    }
}
