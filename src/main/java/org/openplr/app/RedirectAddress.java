package org.openplr.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an app takes a learner back: an address of HTTPS, or of the learner's own device (RFC 8252, 7.3). It is compared
 * letter by letter; only the port of an own device may be any, because an app there gets a free one each time.
 */
final class RedirectAddress {
    static final int LONGEST = 500;

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern OWN_DEVICE =
            Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?((?:[/?].*)?)");

    private RedirectAddress() {}

    /** Whether an app may have it. */
    static boolean isFit(String text) {
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) return false;
        try {
            var address = new URI(text);
            if (address.getHost() == null || address.getRawFragment() != null || address.getRawUserInfo() != null)
                return false;
            return text.startsWith("https://") || OWN_DEVICE.matcher(text).matches();
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** Whether what an app says now is what it registered. */
    static boolean isOne(String registered, String said) {
        if (registered.equals(said)) return true;
        var one = OWN_DEVICE.matcher(registered);
        var other = OWN_DEVICE.matcher(said);
        return one.matches()
                && other.matches()
                && isFit(said)
                && withoutPort(one).equals(withoutPort(other));
    }

    private static String withoutPort(Matcher address) {
        return address.group(1) + address.group(2);
    }
}
