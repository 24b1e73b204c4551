package org.openplr.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Peppers and signing keys, one for each use. In production every one is set; in development those that are not are
 * made at the start and kept in {@code secrets.properties} of the data folder.
 *
 * @param link pepper of the verifiers of share links
 * @param code pepper of share codes
 * @param factor pepper of second factors
 * @param session pepper of session cookies
 * @param client pepper of clients' addresses
 * @param apiKey pepper of the secrets of organisations' systems
 * @param recovery pepper of recovery codes
 * @param activation pepper of the codes with which a record is claimed
 * @param box seals what has to be read again, the secrets of authenticator apps
 * @param evidence seals the keys of learners, with which the files that they give are sealed
 * @param token key that signs bearer tokens, ES256
 * @param ledger key that signs the ledger's checkpoints, Ed25519
 */
public record Secrets(
        Pepper link,
        Pepper code,
        Pepper factor,
        Pepper session,
        Pepper client,
        Pepper apiKey,
        Pepper recovery,
        Pepper activation,
        Strongbox box,
        Strongbox evidence,
        SigningKey token,
        SigningKey ledger) {
    private static final List<String> PEPPERS = List.of(
            "openplr.pepper.link",
            "openplr.pepper.code",
            "openplr.pepper.factor",
            "openplr.pepper.session",
            "openplr.pepper.client",
            "openplr.pepper.api-key",
            "openplr.pepper.recovery",
            "openplr.pepper.activation");
    private static final String BOX = "openplr.key.box";
    private static final String EVIDENCE = "openplr.key.evidence";
    private static final String TOKEN = "openplr.key.token";
    private static final String LEDGER = "openplr.key.ledger";

    /** The names of all secret settings. */
    public static List<String> names() {
        return Stream.concat(PEPPERS.stream(), Stream.of(BOX, EVIDENCE, TOKEN, LEDGER))
                .toList();
    }

    static Secrets from(Function<String, Optional<String>> lookUp) {
        return new Secrets(
                pepper(lookUp, 0),
                pepper(lookUp, 1),
                pepper(lookUp, 2),
                pepper(lookUp, 3),
                pepper(lookUp, 4),
                pepper(lookUp, 5),
                pepper(lookUp, 6),
                pepper(lookUp, 7),
                read(lookUp, BOX, Strongbox::parse),
                read(lookUp, EVIDENCE, Strongbox::parse),
                read(lookUp, TOKEN, text -> SigningKey.parse(SigningKey.Algorithm.ES256, text)),
                read(lookUp, LEDGER, text -> SigningKey.parse(SigningKey.Algorithm.ED25519, text)));
    }

    private static Pepper pepper(Function<String, Optional<String>> lookUp, int index) {
        return read(lookUp, PEPPERS.get(index), Pepper::parse);
    }

    private static <T> T read(Function<String, Optional<String>> lookUp, String name, Function<String, T> parse) {
        var text = lookUp.apply(name).orElseThrow(() -> new IllegalStateException("setting " + name + " is missing"));
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("setting " + name + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Every pepper, by the name of its setting. */
    Map<String, Pepper> peppers() {
        var all = List.of(link, code, factor, session, client, apiKey, recovery, activation);
        return IntStream.range(0, all.size()).boxed().collect(Collectors.toMap(PEPPERS::get, all::get));
    }

    static Secrets forDevelopment(Function<String, Optional<String>> lookUp, Path data) {
        var kept = keptIn(data);
        return from(name -> lookUp.apply(name).or(() -> Optional.ofNullable(kept.getProperty(name))));
    }

    /** A fresh set, in the form of a settings file. */
    public static Properties generate() {
        var random = new SecureRandom();
        var fresh = new Properties();
        Stream.concat(PEPPERS.stream(), Stream.of(BOX, EVIDENCE)).forEach(name -> {
            var key = new byte[32];
            random.nextBytes(key);
            fresh.setProperty(name, "1:" + Base64.getEncoder().encodeToString(key));
        });
        fresh.setProperty(TOKEN, SigningKey.generate(SigningKey.Algorithm.ES256, "token-1"));
        fresh.setProperty(LEDGER, SigningKey.generate(SigningKey.Algorithm.ED25519, "ledger-1"));
        return fresh;
    }

    private static Properties keptIn(Path data) {
        var file = data.resolve("secrets.properties");
        try {
            var kept = new Properties();
            if (Files.exists(file))
                try (var in = Files.newInputStream(file)) {
                    kept.load(in);
                }
            if (kept.keySet().containsAll(names())) return kept;
            // A folder that is older than one of the secrets keeps those it has.
            var whole = generate();
            whole.putAll(kept);
            Files.createDirectories(data);
            write(file, whole);
            return whole;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the development secrets in " + file, unreadable);
        }
    }

    private static void write(Path file, Properties secrets) throws IOException {
        if (Files.notExists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            secrets.store(out, "Made for development at the first start; production sets its own");
        }
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
