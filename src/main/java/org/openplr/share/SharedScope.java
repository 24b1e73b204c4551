package org.openplr.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openplr.record.EventKind;
import org.openplr.record.Level;

/**
 * A scope as its recipient gets it: without the list of events, which could tell of one that is held back.
 *
 * @param all true for a whole record, absent for anything less
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SharedScope(
        @Nullable Boolean all,
        List<String> kinds,
        List<String> levels,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> identity,
        List<String> without,
        boolean live) {
    public static SharedScope of(Scope scope) {
        return new SharedScope(
                scope.whole() ? true : null,
                texts(scope.kinds(), EventKind::name),
                texts(scope.levels(), Level::code),
                scope.from(),
                scope.to(),
                texts(scope.identity(), IdentityField::text),
                texts(scope.without(), LeftOut::text),
                scope.live());
    }

    private static <T> List<String> texts(Set<T> values, Function<T, String> text) {
        return values.stream().map(text).sorted().toList();
    }
}
