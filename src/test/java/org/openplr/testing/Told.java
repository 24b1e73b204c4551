package org.openplr.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Every code, link, token and cookie that a server told in this run: no log line may have one. */
public final class Told {
    /** What opens something where it stands in an answer: codes, the secret of a link, keys of systems. */
    private static final Pattern SECRET =
            Pattern.compile("\\b[A-Z](?:-[36789BDFGHJKMPQRTVWXY]{4}){3}-[36789BDFGHJKMPQRTVWXY]\\b"
                    + "|(?<=/s#)[A-Za-z0-9_-]{65}"
                    + "|\\boplr_[0-9a-f]{32}_[A-Za-z0-9_-]{43}_[0-9a-f]{8}\\b"
                    + "|(?<=token\":\")[^\"]{20,}"
                    + "|(?<=[?&]code=)[^&]{20,}");

    private static final int SHORTEST = 20;

    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

    private Told() {}

    /** Notes a secret that a page told. */
    public static void secret(String secret) {
        SECRETS.add(secret);
    }

    /** Notes the value of a cookie, unless it is too short for a secret, as that of the language. */
    static void cookie(String value) {
        if (value.length() >= SHORTEST) SECRETS.add(value);
    }

    /** Notes the secrets that an answer tells: in its body, as cookies, in where it leads. */
    static void by(Rest.Answer answer) {
        for (var cookie : answer.headers().allValues("Set-Cookie"))
            cookie(cookie.substring(cookie.indexOf('=') + 1).split(";", 2)[0]);
        for (var text : List.of(answer.text(), answer.header("Location").orElse("")))
            SECRET.matcher(text).results().forEach(found -> SECRETS.add(found.group()));
    }

    /** All that were told so far. */
    public static Set<String> secrets() {
        return new HashSet<>(SECRETS);
    }
}
