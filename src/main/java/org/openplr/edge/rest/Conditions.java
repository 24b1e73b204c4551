package org.openplr.edge.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/** Conditional and repeatable calls: {@code If-Match} for edits, {@code Idempotency-Key} for creations. */
final class Conditions {
    private static final Pattern KEY = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1,64})\"?");
    private static final Pattern STRONG = Pattern.compile("\"([\\x21\\x23-\\x7e]*)\"");

    private Conditions() {}

    /** The strong validator of a thing at this version. */
    static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Goes on only if the caller looked at this version of the thing.
     *
     * @throws ClientErrorException 428 where the caller does not say which one
     * @throws Mistake STALE where it was another one
     */
    static void requireMatch(HttpHeaders headers, long current) {
        var given = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (given == null || given.isBlank()) throw new ClientErrorException(Response.Status.PRECONDITION_REQUIRED);
        if (given.strip().equals("*")) return;
        for (var one : given.split(",", -1)) {
            var strong = STRONG.matcher(one.strip());
            if (strong.matches() && strong.group(1).equals(Long.toString(current))) return;
        }
        throw Mistake.of(Mistake.Kind.STALE, "stale");
    }

    /**
     * The caller's key for a creation that may be sent twice: 1 to 64 visible ASCII characters, in quotes or not.
     *
     * @throws Mistake UNPROCESSABLE where it is none
     */
    static Optional<String> idempotencyKey(HttpHeaders headers) {
        var given = headers.getHeaderString("Idempotency-Key");
        if (given == null) return Optional.empty();
        var key = KEY.matcher(given.strip());
        if (!key.matches()) throw Mistake.unprocessable(Fault.at("Idempotency-Key", "unreadable"));
        return Optional.of(key.group(1));
    }
}
