package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/** The passkeys of an account: added, listed, removed. */
@Service
public class Passkeys {
    static final int AT_MOST = 20;

    private static final int LONGEST_NAME = 60;
    private static final int CHALLENGE_BYTES = 32;

    private final PasskeyStore store;
    private final Ceremonies ceremonies;
    private final Tickets tickets;
    private final Freshness freshness;
    private final Sessions sessions;
    private final Ids ids;

    @Inject
    Passkeys(
            PasskeyStore store,
            Ceremonies ceremonies,
            Tickets tickets,
            Freshness freshness,
            Sessions sessions,
            Ids ids) {
        this.store = store;
        this.ceremonies = ceremonies;
        this.tickets = tickets;
        this.freshness = freshness;
        this.sessions = sessions;
        this.ids = ids;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Passkey> of(SignedInSession session) {
        return store.of(session.account());
    }

    /**
     * Asks for a new one.
     *
     * @throws Mistake FORBIDDEN {@code prove-again}
     */
    public PasskeyRequest ask(SignedInSession session) {
        freshness.require(session);
        var challenge = ids.secretText(CHALLENGE_BYTES);
        var ticket = tickets.issue(Ticket.Purpose.ADD_PASSKEY, session.account(), challenge);
        var known =
                store.stored(session.account()).stream().map(ceremonies::idOf).toList();
        return new PasskeyRequest(
                ticket, challenge, ceremonies.domain(), handle(session.account()), session.username(), known);
    }

    /**
     * Takes the one that was made.
     *
     * @param name how its owner will know it
     * @throws Mistake FORBIDDEN {@code prove-again}, UNPROCESSABLE without a name, or where there are too many
     */
    public ProofOutcome add(SignedInSession session, String ticket, String answer, String name) {
        freshness.require(session);
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME)
            throw Mistake.unprocessable(Fault.at("/name", "passkey-name", Integer.toString(LONGEST_NAME)));
        if (store.of(session.account()).size() >= AT_MOST)
            throw Mistake.unprocessable(Fault.at("", "too-many-passkeys", Integer.toString(AT_MOST)));
        var asked = tickets.find(Ticket.Purpose.ADD_PASSKEY, ticket)
                .filter(found -> session.account().equals(found.account()))
                .filter(tickets::take);
        var made = asked.map(Ticket::challenge).flatMap(challenge -> ceremonies.made(answer, challenge));
        if (made.isEmpty() || !store.add(session.account(), made.get(), called)) return new ProofOutcome.Refused();
        return new ProofOutcome.Proved(sessions.raise(session, Proof.PASSKEY, "account.passkey-added"));
    }

    /**
     * Removes one; false where there is none of this id.
     *
     * @throws Mistake FORBIDDEN {@code prove-again}
     */
    public boolean remove(SignedInSession session, UUID passkey) {
        freshness.require(session);
        var removed = store.remove(session.account(), passkey);
        sessions.note(session, removed, "identity_passkey", passkey, "account.passkey-removed");
        return removed;
    }

    /** The user handle of an account: its id, that says nothing of whose it is. */
    static String handle(UUID account) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
