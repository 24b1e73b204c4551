package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.platform.Ids;
import org.openplr.platform.Service;

/** Asks for a passkey, and checks the answer: a challenge is good for one answer, right or wrong, of one browser. */
@Service
class PasskeyCheck {
    private static final int CHALLENGE_BYTES = 32;

    private final PasskeyStore store;
    private final Ceremonies ceremonies;
    private final Tickets tickets;
    private final Ids ids;

    @Inject
    PasskeyCheck(PasskeyStore store, Ceremonies ceremonies, Tickets tickets, Ids ids) {
        this.store = store;
        this.ceremonies = ceremonies;
        this.tickets = tickets;
        this.ids = ids;
    }

    /**
     * What came of it.
     *
     * @param account whose passkey it is, also where it was refused; empty where nobody knows it
     * @param refusal why it was refused: a stable code
     */
    record Checked(Optional<UUID> account, Optional<String> refusal) {
        static Checked refused(Optional<UUID> account, String reason) {
            return new Checked(account, Optional.of(reason));
        }
    }

    PasskeyRequest ask() {
        var challenge = ids.secretText(CHALLENGE_BYTES);
        var ticket = tickets.issue(Ticket.Purpose.USE_PASSKEY, null, challenge);
        return new PasskeyRequest(ticket, challenge, ceremonies.domain(), "", "", List.of());
    }

    Checked check(String ticket, String answer) {
        var asked = tickets.find(Ticket.Purpose.USE_PASSKEY, ticket).filter(tickets::take);
        var passkey = ceremonies.credentialId(answer).flatMap(store::find);
        var account = passkey.map(StoredPasskey::account);
        var challenge = asked.map(Ticket::challenge);
        if (challenge.isEmpty() || passkey.isEmpty()) return Checked.refused(account, "passkey-refused");
        return switch (ceremonies.check(answer, challenge.get(), passkey.get())) {
            case Ceremonies.Answer.Wrong(var reason) -> Checked.refused(account, reason);
            case Ceremonies.Answer.Right(var count) ->
                store.used(passkey.get(), count)
                        ? new Checked(account, Optional.empty())
                        : Checked.refused(account, "passkey-copied");
        };
    }
}
