package org.openplr.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What production refuses to start with: everything that is missing or insecure is named at once. */
final class Production {
    private static final String PROFILE = "openplr.profile=production";
    private static final String KEY_STORE = "keystore.password";
    private static final String DEVELOPMENT_KEY_STORE = "development-only";
    private static final int SHORTEST_PASSWORD = 12;
    private static final String PUBLIC_URL = "openplr.public-url";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final String NO_PORT = "-1";

    private Production() {}

    /**
     * Looks at the settings as they are written.
     *
     * @throws IllegalStateException with one line that names every setting that is missing or insecure
     */
    static void insist(Function<String, Optional<String>> given, boolean demo) {
        var objections = new ArrayList<String>();
        if (demo) objections.add("openplr.demo=true is refused with " + PROFILE);
        if (given.apply(Settings.SECOND_FACTOR)
                .filter(said -> !said.strip().equalsIgnoreCase("required"))
                .isPresent())
            objections.add(Settings.SECOND_FACTOR + " other than required is refused with " + PROFILE);
        var missing = missing(given);
        if (!missing.isEmpty())
            objections.add(PROFILE + " and these settings are missing: " + String.join(", ", missing));
        if (!given.apply(PUBLIC_URL).map(Production::isHttps).orElse(true))
            objections.add(PUBLIC_URL + " has to be an https address");
        if (given.apply(KEY_STORE).filter(p -> p.length() < SHORTEST_PASSWORD).isPresent())
            objections.add(KEY_STORE + " has less than " + SHORTEST_PASSWORD + " characters");
        if (opensPlainHttp(given))
            objections.add("http.host opens plain http to others: keep it localhost behind a proxy, or set http.port="
                    + NO_PORT);
        given.apply("db.url")
                .filter(DatabaseAddress::isPostgres)
                .map(DatabaseAddress::read)
                .ifPresent(address -> objections.addAll(address.objections(
                        given.apply("db.password").filter(p -> !p.isBlank()).isPresent())));
        refuse(objections);
    }

    /**
     * Looks at the secrets that were read of them.
     *
     * @throws IllegalStateException with one line that names every weak one
     */
    static void insist(Secrets secrets) {
        var objections = new ArrayList<String>();
        var peppers = new TreeMap<>(secrets.peppers());
        peppers.forEach((name, pepper) -> {
            if (pepper.isWeak()) objections.add(name + " is not random");
            for (var other : peppers.headMap(name).entrySet())
                if (pepper.sharesKeyWith(other.getValue()))
                    objections.add(name + " has the same key as " + other.getKey());
        });
        refuse(objections);
    }

    private static void refuse(List<String> objections) {
        if (!objections.isEmpty()) throw new IllegalStateException(String.join("; ", objections));
    }

    private static List<String> missing(Function<String, Optional<String>> given) {
        var missing = new ArrayList<String>();
        for (var name : List.of(PUBLIC_URL, Settings.EVIDENCE_SCANNER, Smtp.HOST, Smtp.FROM))
            if (given.apply(name).isEmpty()) missing.add(name);
        for (var name : Secrets.names()) if (given.apply(name).isEmpty()) missing.add(name);
        if (given.apply(KEY_STORE).filter(p -> !p.equals(DEVELOPMENT_KEY_STORE)).isEmpty()) missing.add(KEY_STORE);
        return missing;
    }

    private static boolean isHttps(String address) {
        try {
            var uri = new URI(address.strip());
            @Nullable String host = uri.getHost();
            return "https".equalsIgnoreCase(uri.getScheme()) && host != null && uri.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static boolean opensPlainHttp(Function<String, Optional<String>> given) {
        var host = given.apply("http.host").orElse("localhost").strip().toLowerCase(Locale.ROOT);
        var port = given.apply("http.port").orElse("9080").strip();
        return !LOOPBACK.contains(host) && !port.equals(NO_PORT);
    }
}
