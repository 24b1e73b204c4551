package org.openplr.identity;

import java.util.Optional;
import org.openplr.platform.Ids;
import org.openplr.platform.SpokenCode;

/**
 * What somebody gets from who invites them: a {@link SpokenCode} that begins with J. The five characters after it find the
 * invitation, the other seven prove it: 30 bits for ten tries.
 *
 * @param text the fourteen characters, canonical
 */
public record InvitationCode(String text) {
    private static final char LETTER = 'J';
    private static final String LETTERS = String.valueOf(LETTER);
    private static final int SELECTOR_END = 6;

    public InvitationCode {
        if (!SpokenCode.isWhole(text, LETTERS)) throw new IllegalArgumentException("not an invitation code");
    }

    static InvitationCode draw(Ids ids) {
        return new InvitationCode(SpokenCode.draw(LETTER, ids));
    }

    /** Reads a code forgivingly; empty for a typing slip. */
    public static Optional<InvitationCode> parse(String typed) {
        return SpokenCode.parse(typed, LETTERS).map(InvitationCode::new);
    }

    String selector() {
        return text.substring(1, SELECTOR_END);
    }

    /** As people see it: {@code J-KMPQ-7RTV-WXY3-B}. */
    public String shown() {
        return SpokenCode.shown(text);
    }

    @Override
    public String toString() {
        return "InvitationCode[…]";
    }
}
