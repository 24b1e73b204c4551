package org.openplr.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is set from outside, read once at the start and complete or refused; the README's table explains each.
 *
 * @param profile which rules hold for secrets and demo data
 * @param publicUrl where people reach this server; links are made of it, never of a Host header
 * @param data the folder for what the server keeps beside the database
 * @param demo the folder of the demo data, where it is to be loaded
 * @param clientAddressHeader the header in which a trusted proxy puts the client's address
 * @param secondOfficer whether a second officer confirms what was seen before somebody under 16 gets a code, or an
 *     account a new way in
 * @param secondFactorRequired whether whoever works for an organisation needs a second factor, and an administrator a
 *     passkey
 * @param evidenceScanner the command that looks at files that are given, with its arguments; empty for none
 * @param smtp the mail server; empty in development where none is set, and then nothing is sent
 * @param providers who else may say who somebody is; none is the usual case
 * @param secrets peppers and keys
 */
public record Settings(
        Profile profile,
        URI publicUrl,
        Path data,
        Optional<Path> demo,
        Optional<String> clientAddressHeader,
        boolean secondOfficer,
        boolean secondFactorRequired,
        List<String> evidenceScanner,
        Optional<Smtp> smtp,
        List<OpenIdProvider> providers,
        Secrets secrets) {
    static final String SECOND_FACTOR = "openplr.second-factor";
    static final String EVIDENCE_SCANNER = "openplr.evidence.scanner";

    /** Development makes its own secrets and loads demo data; production does neither. */
    public enum Profile {
        DEVELOPMENT,
        PRODUCTION
    }

    /**
     * Reads all settings.
     *
     * @param lookUp the value of a setting by its name
     * @throws IllegalStateException with one line that names what is missing or wrong
     */
    public static Settings read(Function<String, Optional<String>> lookUp) {
        Function<String, Optional<String>> given = name -> lookUp.apply(name).filter(v -> !v.isBlank());
        var profile = given.apply("openplr.profile")
                .map(p -> Profile.valueOf(p.strip().toUpperCase(Locale.ROOT)))
                .orElse(Profile.DEVELOPMENT);
        var data = Path.of(given.apply("openplr.data").orElse("data")).toAbsolutePath();
        var demo = given.apply("openplr.demo").map(Boolean::parseBoolean).orElse(profile == Profile.DEVELOPMENT);
        if (profile == Profile.PRODUCTION) Production.insist(given, demo);
        var secrets = profile == Profile.PRODUCTION ? Secrets.from(given) : Secrets.forDevelopment(given, data);
        if (profile == Profile.PRODUCTION) Production.insist(secrets);
        return new Settings(
                profile,
                URI.create(given.apply("openplr.public-url")
                        .orElse("http://localhost:" + given.apply("http.port").orElse("9080"))),
                data,
                demo ? given.apply("openplr.demo.folder").map(Path::of) : Optional.empty(),
                given.apply("openplr.client-address-header"),
                given.apply("openplr.claim.second-officer")
                        .map(Boolean::parseBoolean)
                        .orElse(true),
                secondFactorRequired(given, profile),
                evidenceScanner(given),
                Smtp.read(given, profile),
                OpenIdProvider.readAll(given, profile),
                secrets);
    }

    private static boolean secondFactorRequired(Function<String, Optional<String>> given, Profile profile) {
        var said = given.apply(SECOND_FACTOR).map(value -> value.strip().toLowerCase(Locale.ROOT));
        return switch (said.orElse(profile == Profile.PRODUCTION ? "required" : "offered")) {
            case "required" -> true;
            case "offered" -> false;
            default -> throw new IllegalStateException(SECOND_FACTOR + " is required or offered");
        };
    }

    /** No shell reads it: the command and what it is told, with blanks between. */
    private static List<String> evidenceScanner(Function<String, Optional<String>> given) {
        var said = given.apply(EVIDENCE_SCANNER).map(String::strip).orElse("none");
        return said.equalsIgnoreCase("none") ? List.of() : List.of(said.split("\\s+"));
    }

    /** Whether there is a provider for everybody, and not for the people of one organisation only. */
    public boolean providerForEverybody() {
        return providers.stream().anyMatch(provider -> provider.ukprn().isEmpty());
    }

    /** Whether people reach this server by HTTPS, so that cookies are for HTTPS only. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** A public address of this server; the path begins with a slash. */
    public String link(String path) {
        var base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
