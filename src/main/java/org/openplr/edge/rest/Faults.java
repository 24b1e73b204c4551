package org.openplr.edge.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake;

/** Gathers the faults of a body, so that all are told at once. */
final class Faults {
    private final List<Mistake.Fault> found = new ArrayList<>();

    void add(String pointer, String code, String... detail) {
        found.add(Mistake.Fault.at(pointer, code, detail));
    }

    /** The value, or a fault that it is missing. */
    <T> Optional<T> required(String pointer, @Nullable T value) {
        if (value == null) add(pointer, "missing");
        return Optional.ofNullable(value);
    }

    /**
     * The text, or a fault that it is missing, blank, longer than so many characters or holds control characters.
     */
    Optional<String> text(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) add(pointer, "missing");
        else if (value.length() > longest) add(pointer, "too-long", Integer.toString(longest));
        else if (value.chars().anyMatch(Character::isISOControl)) add(pointer, "control-character");
        else return Optional.of(value.strip());
        return Optional.empty();
    }

    /** One of an enum's values by its name in any case, or a fault. */
    <E extends Enum<E>> Optional<E> oneOf(String pointer, @Nullable String value, Class<E> type) {
        if (value == null) {
            add(pointer, "missing");
            return Optional.empty();
        }
        for (var constant : type.getEnumConstants())
            if (constant.name().replace("_", "").equalsIgnoreCase(value)) return Optional.of(constant);
        add(pointer, "unknown-value");
        return Optional.empty();
    }

    /** @throws Mistake UNPROCESSABLE with every fault, if there are any */
    void throwIfAny() {
        if (!found.isEmpty()) throw Mistake.unprocessable(found);
    }
}
