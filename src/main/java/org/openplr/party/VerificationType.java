package org.openplr.party;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a learner's identity was verified.
 *
 * <p>The numbers 0–7 and 999 are the real service's (learner.xsd); which label belongs to which number is not known
 * from a primary source, so the order is our own and stands as data in the list {@code verification-type} of
 * {@link CodeLists}. Which evidence is Level One is from the seed.
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

    private static final Map<VerificationType, CodeList.Code> LINES = read();

    private static Map<VerificationType, CodeList.Code> read() {
        var list = CodeLists.find("verification-type").orElseThrow();
        return Arrays.stream(values())
                .collect(Collectors.toMap(
                        Function.identity(), type -> list.named(type.name()).orElseThrow()));
    }

    private CodeList.Code line() {
        return Objects.requireNonNull(LINES.get(this));
    }

    public int code() {
        return Integer.parseInt(line().code());
    }

    /** Whether this evidence lets a learner see their record online. */
    public boolean isLevelOne() {
        return line().note().equals("level-one");
    }

    public static Optional<VerificationType> ofCode(int code) {
        return Arrays.stream(values()).filter(v -> v.code() == code).findFirst();
    }
}
