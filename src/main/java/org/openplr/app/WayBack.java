package org.openplr.app;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.openplr.identity.AccessTokens;
import org.openplr.platform.Part;

/** The address by which a learner's browser takes an answer to the app; each says whose answer it is (RFC 9207). */
@Part
class WayBack {
    private final String issuer;

    @Inject
    WayBack(AccessTokens tokens) {
        this.issuer = tokens.issuer();
    }

    /**
     * The answer.
     *
     * @param name {@code code} or {@code error}
     */
    String with(String redirect, String state, String name, String value) {
        var answer = new StringBuilder(redirect).append(redirect.contains("?") ? '&' : '?');
        append(answer, name, value).append('&');
        if (!state.isEmpty()) append(answer, "state", state).append('&');
        return append(answer, "iss", issuer).toString();
    }

    private static StringBuilder append(StringBuilder answer, String name, String value) {
        return answer.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
