package org.openplr.edge.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is looked for once in a request, found or not: a second look would be a second entry of the ledger. */
final class Once<T> {
    private boolean sought;
    private @Nullable T found;

    /** What it is, from somewhere else. */
    void is(T known) {
        found = known;
    }

    Optional<T> of(Supplier<Optional<T>> search) {
        if (found == null && !sought) found = search.get().orElse(null);
        sought = true;
        return Optional.ofNullable(found);
    }
}
