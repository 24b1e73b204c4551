package org.openplr.identity;

import java.util.Optional;
import org.openplr.platform.CheckedText;
import org.openplr.platform.Ids;

/**
 * What somebody gets from who invites them: thirteen characters and a check character, as the code of a share. The first
 * five find the invitation, the other eight prove it: 35 bits for ten tries.
 *
 * @param text the fourteen characters, canonical
 */
public record InvitationCode(String text) {
    static final int SELECTOR = 5;

    private static final int DRAWN = 13;

    public InvitationCode {
        if (!isWhole(text)) throw new IllegalArgumentException("not an invitation code");
    }

    static InvitationCode draw(Ids ids) {
        return new InvitationCode(CheckedText.draw(0, DRAWN, ids));
    }

    /** Reads a code forgivingly; empty for a typing slip. */
    public static Optional<InvitationCode> parse(String typed) {
        var text = CheckedText.plain(typed);
        return isWhole(text) ? Optional.of(new InvitationCode(text)) : Optional.empty();
    }

    String selector() {
        return text.substring(0, SELECTOR);
    }

    /** As people see it: {@code KMPQ-7RTV-WXY3-BD}. */
    public String shown() {
        return String.join("-", text.substring(0, 4), text.substring(4, 8), text.substring(8, 12), text.substring(12));
    }

    private static boolean isWhole(String text) {
        return text.length() == DRAWN + 1 && CheckedText.isWhole(0, text);
    }

    @Override
    public String toString() {
        return "InvitationCode[…]";
    }
}
