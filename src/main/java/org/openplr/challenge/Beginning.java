package org.openplr.challenge;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says is wrong.
 *
 * @param event which it is about, where the kind needs one
 * @param other the other of two that are one
 * @param look the entry of the activity list
 */
public record Beginning(
        Kind kind,
        @Nullable UUID event,
        @Nullable UUID other,
        @Nullable UUID look) {
    public static Beginning of(Kind kind) {
        return new Beginning(kind, null, null, null);
    }

    public static Beginning of(Kind kind, UUID event) {
        return new Beginning(kind, event, null, null);
    }
}
