package org.openplr.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the ledger as people read it.
 *
 * @param id sorts by time
 * @param at when, to the millisecond
 * @param actorKind {@code learner}, {@code helper}, {@code person}, {@code organisation-user},
 *     {@code recipient-user}, {@code checker}, {@code app}, {@code administrator} or {@code system}
 * @param organisation the UKPRN of a registered organisation, the id of a recipient, what a checker typed, or empty
 * @param name what a checker typed, the roles of an organisation's user, the name of a helper, a system or an app, or empty
 * @param proof how the actor is known: {@code typed}, {@code registered}, {@code confirmed}, {@code account} or empty
 * @param what a stable code: {@code share.opened}
 * @param basis on what basis they acted
 * @param purpose what for, or empty
 * @param outcome whether it was done
 * @param reason the code of the reason for a refusal, or empty
 * @param about the thing it was about, where there is one
 * @param fields the names of the fields disclosed or changed
 */
public record LedgerEntry(
        UUID id,
        Instant at,
        String actorKind,
        String organisation,
        String name,
        String proof,
        String what,
        Basis basis,
        String purpose,
        Outcome outcome,
        String reason,
        Optional<UUID> about,
        List<String> fields) {
    public LedgerEntry {
        fields = List.copyOf(fields);
    }

    /** Whether a user of a registered organisation acted: {@link #organisation} is its UKPRN. */
    public boolean isByRegistered() {
        return actorKind.equals("organisation-user");
    }

    /** Whether somebody of a recipient acted: {@link #organisation} is its id. */
    public boolean isByRecipient() {
        return actorKind.equals("recipient-user");
    }

    /** Whether somebody who helps the learner acted: {@link #name} is what the learner calls them. */
    public boolean isByHelper() {
        return actorKind.equals("helper");
    }

    /** Whether an app of a registered organisation acted: {@link #organisation} is its UKPRN, {@link #name} the app's. */
    public boolean isByApp() {
        return actorKind.equals("app");
    }

    /** Whether somebody reached for what is not theirs: who they are and what others call them is not for the learner. */
    public boolean isByStranger() {
        return reason.equals(NotTheirs.REASON);
    }

    /** The roles that an organisation's user had, as {@link org.openplr.party.Role#text()} has them; none of others. */
    public List<String> roles() {
        return isByRegistered() && !name.isEmpty() ? List.of(name.split(" ", -1)) : List.of();
    }
}
