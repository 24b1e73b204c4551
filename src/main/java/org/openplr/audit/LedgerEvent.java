package org.openplr.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/**
 * Something that has to be in the ledger; each context brings records of its own. It names fields, never their values; but a
 * credit check has the reference that was asked for (ADR 43), a relationship its kind.
 */
public interface LedgerEvent {
    Actor actor();

    /** Whose data; empty where it is nobody's. */
    Optional<Uln> subject();

    /** A stable code, lower case with a dot: {@code share.opened}; what repeats it on the same visit ends in {@code -again}. */
    String what();

    Basis basis();

    /** What for, as it was chosen or typed; empty if it was not asked. */
    default String purpose() {
        return "";
    }

    Outcome outcome();

    /** The code of the reason for a refusal; empty if there is none. */
    String reason();

    /** The thing it was about: a share, a challenge; empty for none. */
    default Optional<UUID> about() {
        return Optional.empty();
    }

    /** The names of the fields disclosed or changed. */
    default List<String> fields() {
        return List.of();
    }

    /** How the actor is known: {@code typed}, {@code registered} (signed in for an organisation), {@code account} or empty. */
    String proof();
}
