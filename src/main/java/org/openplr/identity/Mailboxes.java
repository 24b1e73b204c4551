package org.openplr.identity;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Service;

/** Where messages go, for whoever sends them; by ids, and as it stands at the moment of asking. */
@Service
public class Mailboxes {
    private final MailboxRows rows;
    private final EmailCodes codes;
    private final Tickets tickets;
    private final ForgottenCodes forgotten;
    private final Learners learners;
    private final InstantSource clock;

    @Inject
    Mailboxes(
            MailboxRows rows,
            EmailCodes codes,
            Tickets tickets,
            ForgottenCodes forgotten,
            Learners learners,
            InstantSource clock) {
        this.rows = rows;
        this.codes = codes;
        this.tickets = tickets;
        this.forgotten = forgotten;
        this.learners = learners;
        this.clock = clock;
    }

    /**
     * A code and where it goes.
     *
     * @param code six digits, worth nothing without the session of whoever asked
     */
    public record CodeMail(Mailbox to, String code) {
        @Override
        public String toString() {
            return "CodeMail[…]";
        }
    }

    /** The confirmed addresses of a learner, by any number they have or had: one for each of their accounts. */
    public List<Mailbox> ofLearner(Uln number) {
        return rows.of(learners.find(number).map(Learner::numbers).orElse(Set.of(number)));
    }

    /** The confirmed address of an account. */
    public Optional<Mailbox> ofAccount(UUID account) {
        return rows.of(account);
    }

    /** The confirmed addresses of an organisation's people who have this right. */
    public List<Mailbox> ofPeople(Ukprn organisation, Right right) {
        return rows.ofPeople(organisation).stream()
                .filter(one -> right.isOf(new Actor.OrganisationUser(one.box().account(), organisation, one.roles())))
                .map(MailboxRows.OfPerson::box)
                .toList();
    }

    /** The confirmed addresses of those who answer for the service. */
    public List<Mailbox> ofAdministrators() {
        return rows.ofAdministrators();
    }

    /** An address that was given up. */
    public Optional<Mailbox> former(UUID id) {
        return rows.former(id);
    }

    /** The code of this id, as long as it can be used. */
    public Optional<CodeMail> code(UUID id) {
        var now = clock.instant();
        return codes.find(id, now)
                .map(c -> new CodeMail(new Mailbox(c.account(), c.address(), c.language(), now), codes.text(c)));
    }

    /** The code of this id for whoever forgot their passphrase, as long as it can be used. */
    public Optional<CodeMail> forgotten(UUID id) {
        return tickets.byChallenge(Ticket.Purpose.FORGOTTEN, id.toString())
                .map(Ticket::account)
                .flatMap(rows::of)
                .map(box -> new CodeMail(box, forgotten.of(id)));
    }

    /** Forgets the addresses that were given up before this moment. */
    public void forgetFormer(Instant before) {
        rows.forgetFormer(before);
    }
}
