package org.openplr.identity;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something half done that one browser may finish, once, within a few minutes.
 *
 * @param account whose; null where a passkey is still to tell
 * @param challenge what a passkey has to sign, base64url, or the id of the code that a message has; null where there is none
 */
record Ticket(
        String digest,
        Purpose purpose,
        @Nullable UUID account,
        @Nullable String challenge) {
    /** What it is good for: one of a kind opens nothing of another. */
    enum Purpose {
        SECOND_STEP(Duration.ofMinutes(5)),
        USE_PASSKEY(Duration.ofMinutes(5)),
        ADD_PASSKEY(Duration.ofMinutes(5)),
        /** A forgotten passphrase: waits for the code of the message and a second fact. */
        FORGOTTEN(Duration.ofMinutes(15)),
        /** Both were right: waits for a new passphrase. */
        NEW_PASSPHRASE(Duration.ofMinutes(10));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }
    }
}
