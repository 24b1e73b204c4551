package org.openplr.identity;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR notation, of IPv4 or IPv6. An IPv4 address inside an IPv6 one is the IPv4 address.
 *
 * @param base an address of the range
 * @param prefix how many of its leading bits count
 */
record Network(InetAddress base, int prefix) {
    private static final Pattern CIDR = Pattern.compile("([^/]+)(?:/([1-9][0-9]{0,2}))?");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** A range from text; an address alone is the range of itself. Empty if it is none, and for a range of everything. */
    static Optional<Network> parse(String text) {
        var parts = CIDR.matcher(text.strip());
        if (!parts.matches()) return Optional.empty();
        var base = address(parts.group(1));
        if (base.isEmpty()) return Optional.empty();
        var bits = base.get().getAddress().length * Byte.SIZE;
        var prefix = parts.group(2) == null ? bits : Integer.parseInt(parts.group(2));
        return prefix <= bits ? Optional.of(new Network(base.get(), prefix)) : Optional.empty();
    }

    /** An address from text, never from a name; a zone behind it does not count. */
    static Optional<InetAddress> address(String text) {
        var zone = text.indexOf('%');
        var literal = zone < 0 ? text : text.substring(0, zone);
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    boolean holds(InetAddress address) {
        var ours = base.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) return false;
        for (var bit = 0; bit < prefix; bit++) {
            var mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) return false;
        }
        return true;
    }

    /** {@code 192.0.2.0/24}. */
    String text() {
        return base.getHostAddress() + "/" + prefix;
    }
}
