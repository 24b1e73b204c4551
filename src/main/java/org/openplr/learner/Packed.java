package org.openplr.learner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes as lines of text that a column holds: compressed, and in base64. What was packed piece by piece is unpacked at once, for
 * compressed pieces may follow each other (RFC 1952, 2.2), and each line is base64 by itself.
 */
final class Packed {
    private static final int LONGEST = 30_000;

    private Packed() {}

    static List<String> pack(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var text = Base64.getEncoder().encodeToString(bytes.toByteArray());
        var parts = new ArrayList<String>();
        for (var at = 0; at < text.length(); at += LONGEST)
            parts.add(text.substring(at, Math.min(at + LONGEST, text.length())));
        return parts;
    }

    static byte[] unpack(List<String> parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) bytes.writeBytes(Base64.getDecoder().decode(part));
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return gzip.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
