package org.openplr.platform;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** How a file that somebody gives comes by its name, and how it leaves this house: to be kept by the browser, never to be shown by it as a page of ours. */
public final class Attachment {
    /** Whatever it is. */
    public static final String MEDIA_TYPE = "application/octet-stream";

    private static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static final Pattern ENCODED = Pattern.compile("(?i);\\s*filename\\*\\s*=\\s*utf-8'[a-z-]*'([^;\\s]+)");
    private static final Pattern QUOTED = Pattern.compile("(?i);\\s*filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLAIN = Pattern.compile("(?i);\\s*filename\\s*=\\s*([^;\"\\s]+)");

    private Attachment() {}

    /** The name that somebody who sends a file gives it in {@code Content-Disposition}: not in an address, where it would be logged. */
    public static String name(String header) {
        var encoded = ENCODED.matcher(header);
        if (encoded.find())
            try {
                return URLDecoder.decode(encoded.group(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException wrong) {
                // The other one may do.
            }
        var quoted = QUOTED.matcher(header);
        if (quoted.find()) return quoted.group(1).replaceAll("\\\\(.)", "$1");
        var plain = PLAIN.matcher(header);
        return plain.find() ? plain.group(1) : "";
    }

    /** The headers besides its type and length. */
    public static Map<String, String> headers(String name) {
        return Map.of(
                "Content-Disposition",
                disposition(name),
                "Content-Security-Policy",
                NOTHING,
                "X-Content-Type-Options",
                "nosniff",
                "Cache-Control",
                "no-store");
    }

    /** The name twice: in ASCII for old readers, and as it is (RFC 6266, RFC 8187). */
    static String disposition(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
