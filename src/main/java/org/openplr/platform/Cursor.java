package org.openplr.platform;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of a list begins that stands by falling ids, the newest first.
 *
 * @param before the id, as text, that all of the page sort below
 */
public record Cursor(String before) {
    /** Above every id: hexadecimal ends with f. Never sent to anyone. */
    private static final Cursor FIRST_PAGE = new Cursor("g");

    private static final int ID_BYTES = 16;

    /** Where the page after one that ended with this id begins. */
    public static Cursor after(UUID last) {
        return new Cursor(last.toString());
    }

    /**
     * What a caller sent back.
     *
     * @param text as {@link #text()} gave it; empty for the first page
     * @throws Mistake UNPROCESSABLE {@code unknown-cursor} where it is none of ours
     */
    public static Cursor of(Optional<String> text) {
        return text.map(Cursor::parse).orElse(FIRST_PAGE);
    }

    private static Cursor parse(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != ID_BYTES) throw notOurs();
            var buffer = ByteBuffer.wrap(bytes);
            return new Cursor(new UUID(buffer.getLong(), buffer.getLong()).toString());
        } catch (IllegalArgumentException notBase64) {
            throw notOurs();
        }
    }

    /** As callers get it. */
    public String text() {
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
