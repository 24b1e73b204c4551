package org.openplr.claim;

import java.util.Optional;
import org.openplr.platform.Ids;
import org.openplr.platform.SpokenCode;

/**
 * The code with which a record is claimed: a {@link SpokenCode} that begins with C, so that none is ever a share's.
 *
 * @param text the fourteen characters, canonical
 */
public record ActivationCode(String text) {
    private static final String LETTER = "C";

    public ActivationCode {
        if (!SpokenCode.isWhole(text, LETTER)) throw new IllegalArgumentException("not an activation code");
    }

    static ActivationCode draw(Ids ids) {
        return new ActivationCode(SpokenCode.draw(LETTER.charAt(0), ids));
    }

    /** Reads a code forgivingly; empty for a typing slip. */
    public static Optional<ActivationCode> parse(String typed) {
        return SpokenCode.parse(typed, LETTER).map(ActivationCode::new);
    }

    /** As people see it: {@code C-KMPQ-7RTV-WXY3-W}. */
    public String shown() {
        return SpokenCode.shown(text);
    }

    @Override
    public String toString() {
        return "ActivationCode[…]";
    }
}
