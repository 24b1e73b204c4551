package org.openplr.party;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * How a learner's identity was verified.
 *
 * <p>The numbers 0–7 and 999 are the real service's (learner.xsd); which label belongs to which number is not known
 * from a primary source, so the order is our own and stands as data in {@code code-lists/verification-types.properties}.
 * Which evidence is Level One is from the seed.
 */
public enum VerificationType {
    NONE,
    RELATIONSHIP_WITH_SCHOOL,
    PASSPORT,
    DRIVING_LICENCE,
    ID_CARD,
    NATIONAL_INSURANCE_CARD,
    CERTIFICATE_OF_ENTITLEMENT,
    BANK_CARD,
    OTHER;

    private static final String LIST = "/code-lists/verification-types.properties";
    private static final Map<VerificationType, Line> LINES = read();

    private record Line(int code, boolean levelOne) {
        static Line of(String text) {
            var parts = text.split("\\s*,\\s*", -1);
            return new Line(Integer.parseInt(parts[0].strip()), parts.length > 1 && parts[1].equals("level-one"));
        }
    }

    private static Map<VerificationType, Line> read() {
        var list = new Properties();
        try (var in = Objects.requireNonNull(VerificationType.class.getResourceAsStream(LIST), LIST);
                var text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            list.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(LIST, unreadable);
        }
        var lines = new EnumMap<VerificationType, Line>(VerificationType.class);
        for (var type : values()) lines.put(type, Line.of(list.getProperty(type.name(), "")));
        return lines;
    }

    private Line line() {
        return Objects.requireNonNull(LINES.get(this));
    }

    public int code() {
        return line().code;
    }

    /** Whether this evidence lets a learner see their record online. */
    public boolean isLevelOne() {
        return line().levelOne;
    }

    public static Optional<VerificationType> ofCode(int code) {
        return Arrays.stream(values()).filter(v -> v.code() == code).findFirst();
    }
}
