package org.openplr.audit;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.openplr.platform.Mistake;

/**
 * Where a page of activity begins.
 *
 * @param before the id, as text, that all of the page sort below
 */
record Cursor(String before) {
    /** Above every id: hexadecimal ends with f. Never sent to anyone. */
    static final Cursor FIRST_PAGE = new Cursor("g");

    private static final int ID_BYTES = 16;

    static Cursor parse(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != ID_BYTES) throw notOurs();
            var buffer = ByteBuffer.wrap(bytes);
            return new Cursor(new UUID(buffer.getLong(), buffer.getLong()).toString());
        } catch (IllegalArgumentException notBase64) {
            throw notOurs();
        }
    }

    String text() {
        var id = UUID.fromString(before);
        var bytes = ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static Mistake notOurs() {
        return Mistake.unprocessable(Mistake.Fault.at("cursor", "unknown-cursor"));
    }
}
