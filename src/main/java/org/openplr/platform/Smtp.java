package org.openplr.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The mail server that takes our messages.
 *
 * @param security how the way there is kept
 * @param user empty where the server asks for none
 * @param sender from whom the messages are, and where refusals come back to
 */
public record Smtp(String host, int port, Security security, String user, String password, EmailAddress sender) {
    static final String HOST = "openplr.smtp.host";
    static final String FROM = "openplr.smtp.from";

    private static final String SECURITY = "openplr.smtp.security";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** How the way to a mail server is kept. */
    public enum Security {
        /** Not at all: for development, and for a relay on the same machine. */
        NONE(25),
        /** Encrypted from the first command on, or nothing is sent. */
        STARTTLS(587),
        /** Encrypted from the start. */
        TLS(465);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /** As it is set; empty where no host is, which production refuses before it asks. */
    static Optional<Smtp> read(Function<String, Optional<String>> given, Settings.Profile profile) {
        return given.apply(HOST).map(host -> {
            var usual = profile == Settings.Profile.PRODUCTION ? Security.STARTTLS : Security.NONE;
            var security = given.apply(SECURITY).map(Smtp::security).orElse(usual);
            if (profile == Settings.Profile.PRODUCTION && security == Security.NONE && !HERE.contains(host))
                throw new IllegalStateException(
                        SECURITY + "=none is refused with openplr.profile=production but for a relay on localhost");
            return new Smtp(
                    host,
                    given.apply("openplr.smtp.port").map(Smtp::port).orElse(security.usualPort),
                    security,
                    given.apply("openplr.smtp.user").orElse(""),
                    given.apply("openplr.smtp.password").orElse(""),
                    sender(given.apply(FROM).orElse("openplr@example.org")));
        });
    }

    private static Security security(String text) {
        try {
            return Security.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new IllegalStateException(SECURITY + " has to be none, starttls or tls", none);
        }
    }

    private static int port(String text) {
        if (!text.matches("[1-9][0-9]{0,4}")) throw new IllegalStateException("openplr.smtp.port has to be a port");
        return Integer.parseInt(text);
    }

    private static EmailAddress sender(String text) {
        return EmailAddress.parse(text)
                .orElseThrow(() -> new IllegalStateException(FROM + " has to be an e-mail address"));
    }

    @Override
    public String toString() {
        return "Smtp[" + host + ":" + port + "]";
    }
}
