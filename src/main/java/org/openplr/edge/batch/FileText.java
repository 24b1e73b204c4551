package org.openplr.edge.batch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a file says, however it was saved: UTF-8, and what is not that as Windows-1252.
 *
 * @param text without the byte order mark
 * @param marked whether there was one
 * @param windows whether it is Windows-1252
 */
record FileText(String text, boolean marked, boolean windows) {
    static FileText of(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var marked = text.startsWith("\ufeff");
            return new FileText(marked ? text.substring(1) : text, marked, false);
        } catch (CharacterCodingException older) {
            return new FileText(new String(bytes, Charset.forName("windows-1252")), false, true);
        }
    }

    /** Whether some lines end in one way and some in another. */
    boolean mixed() {
        var lines = text.replace("\r\n", "");
        return lines.length() < text.length() && (lines.indexOf('\n') >= 0 || lines.indexOf('\r') >= 0);
    }

    /** What is in a file stays out of logs. */
    @Override
    public String toString() {
        return "FileText[]";
    }
}
