package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openplr.record.EventKind;
import org.openplr.record.Level;
import org.openplr.share.IdentityField;
import org.openplr.share.LeftOut;
import org.openplr.share.Scope;

/**
 * A scope in JSON: {@code {"all":true}} or limits that all have to hold; with either, what is shown of the learner,
 * what is left out, and whether it lives with the record.
 */
record ScopeJson(
        @Nullable Boolean all,
        @Nullable List<String> events,
        @Nullable List<String> kinds,
        @Nullable List<String> levels,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable List<String> identity,
        @Nullable List<String> without,
        @Nullable Boolean live) {

    /** The scope, every fault told under the pointer {@code /scope}. */
    Scope scope(Faults faults) {
        var limited = given(events) || given(kinds) || given(levels) || from != null || to != null;
        if (Boolean.TRUE.equals(all) && limited) faults.add("/scope/all", "scope-all-with-limits");
        if (!Boolean.TRUE.equals(all) && !limited) faults.add("/scope", "scope-empty");
        return new Scope(
                each("events", events, ScopeJson::id, faults),
                each("kinds", kinds, ScopeJson::kind, faults),
                each("levels", levels, Level::parse, faults),
                from,
                to,
                each("identity", identity, ScopeJson::identityField, faults),
                each("without", without, ScopeJson::leftOut, faults),
                Boolean.TRUE.equals(live));
    }

    /** As the learner sees it. */
    static ScopeJson of(Scope scope) {
        return new ScopeJson(
                scope.whole() ? true : null,
                texts(scope.events(), UUID::toString),
                texts(scope.kinds(), EventKind::name),
                texts(scope.levels(), Level::code),
                scope.from(),
                scope.to(),
                texts(scope.identity(), IdentityField::text),
                texts(scope.without(), LeftOut::text),
                scope.live());
    }

    private static boolean given(@Nullable List<String> list) {
        return list != null && !list.isEmpty();
    }

    private static <T> Set<T> each(
            String member, @Nullable List<String> texts, Function<String, Optional<T>> parse, Faults faults) {
        var parsed = new LinkedHashSet<T>();
        if (texts == null) return parsed;
        for (var i = 0; i < texts.size(); i++) {
            var one = parse.apply(texts.get(i));
            if (one.isPresent()) parsed.add(one.get());
            else faults.add("/scope/" + member + "/" + i, "unknown-value");
        }
        return parsed;
    }

    private static <T> @Nullable List<String> texts(Set<T> values, Function<T, String> text) {
        return values.isEmpty() ? null : values.stream().map(text).sorted().toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** In the singular or the plural, in any case: {@code achievements}, {@code UNIT}. */
    private static Optional<EventKind> kind(String text) {
        var wanted = text.toUpperCase(Locale.ROOT);
        return EnumSet.allOf(EventKind.class).stream()
                .filter(k -> k.name().equals(wanted) || (k.name() + "S").equals(wanted))
                .findFirst();
    }

    private static Optional<IdentityField> identityField(String text) {
        return Arrays.stream(IdentityField.values())
                .filter(f -> f.text().equals(text))
                .findFirst();
    }

    private static Optional<LeftOut> leftOut(String text) {
        return Arrays.stream(LeftOut.values())
                .filter(f -> f.text().equals(text))
                .findFirst();
    }
}
