package org.openplr.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells one client from another by a keyed digest of its address, so that no address is kept or logged. */
public final class Clients {
    private static final int NETWORK_BYTES = 8;

    private final Pepper pepper;
    private final Optional<String> header;

    public Clients(Settings settings) {
        this.pepper = settings.secrets().client();
        this.header = settings.clientAddressHeader();
    }

    /** The keyed digest of an address: 43 characters. Of IPv6 the network counts, for who has one of its addresses has all. */
    public String digest(String address) {
        return pepper.digest(network(address));
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES) + "/64"
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    /**
     * The address that a request comes from, to be compared and never kept.
     *
     * <p>Where a trusted proxy is configured, its header's last address counts: the proxy itself put it there.
     *
     * @param headers gives a header's value, or null
     * @param remote the address at the other end of the connection
     */
    public String address(Function<String, @Nullable String> headers, String remote) {
        return header.flatMap(name -> Optional.ofNullable(headers.apply(name)))
                .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
                .filter(value -> !value.isEmpty())
                .orElse(remote);
    }
}
