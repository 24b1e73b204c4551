package org.openplr.recipient;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.organisation.Proposals;
import org.openplr.party.Actor;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Words;

/**
 * The register of recipients, kept apart from that of providers. Anybody may apply; a code goes to the address that was
 * typed, so that it is of the organisation's own domain; one administrator reviews what came, and another approves it.
 */
@Service
public class Recipients {
    static final Duration CODE_LIFE = Duration.ofHours(1);
    static final int ASKED_PER_HOUR = 5;

    private static final int SHORTEST_SEARCH = 2;

    private final RecipientRows rows;
    private final RecipientMail mail;
    private final Proposals proposals;
    private final EndedRecipients ended;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Recipients(
            RecipientRows rows,
            RecipientMail mail,
            Proposals proposals,
            EndedRecipients ended,
            Ledger ledger,
            InstantSource clock,
            Ids ids) {
        this.rows = rows;
        this.mail = mail;
        this.proposals = proposals;
        this.ended = ended;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Somebody applies; a code goes to their address. The answer is the same whether or not others applied for this
     * number.
     *
     * @throws Mistake UNPROCESSABLE with every fault
     */
    public RecipientOutcome apply(Actor.Checker who, RecipientApplication wanted) {
        var faults = wanted.faults();
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        var now = now();
        rows.sweep(now.minus(1, ChronoUnit.DAYS));
        var id = ids.next();
        if (rows.asked(who.client(), wanted.email(), now.minus(1, ChronoUnit.HOURS)) >= ASKED_PER_HOUR) {
            ledger.write(ServiceEvent.refused(who, "recipient.applied", "too-many", Optional.of(id)));
            return new RecipientOutcome.TooMany();
        }
        rows.add(wanted.values(id, who.client(), mail.currentKey(), now.plus(CODE_LIFE), now));
        ledger.write(ServiceEvent.done(who, "recipient.applied", id));
        return new RecipientOutcome.CodeSent(id);
    }

    /** Takes an operator's word for one, as approved; false where one of its number is. */
    public boolean takeOver(RecipientApplication known) {
        if (!rows.approved(known.number()).isEmpty()) return false;
        var id = ids.next();
        var now = now();
        rows.add(known.values(id, "", mail.currentKey(), now, now));
        rows.confirm(id, now);
        rows.approve(id, now);
        ledger.write(ServiceEvent.done(new Actor.System("import"), "recipient.taken-over", id));
        return true;
    }

    /** Confirms the domain by the code that was mailed: five tries within an hour. */
    public RecipientOutcome confirm(Actor.Checker who, UUID id, String typed) {
        var now = now();
        var code = rows.code(id, now);
        if (code.isEmpty() || !rows.takeTry(id)) return new RecipientOutcome.Over();
        if (!mail.isRight(code.get(), typed)) {
            ledger.write(ServiceEvent.refused(who, "recipient.confirmed", "wrong-code", Optional.of(id)));
            var left = RecipientRows.TRIES - code.get().tries() - 1;
            return left > 0 ? new RecipientOutcome.WrongCode(left) : new RecipientOutcome.Over();
        }
        if (!rows.confirm(id, now)) return new RecipientOutcome.Over();
        ledger.write(ServiceEvent.done(who, "recipient.confirmed", id));
        return new RecipientOutcome.Confirmed();
    }

    /** Those that confirmed their domain, the newest first. */
    public List<Recipient> all(Actor.Administrator who) {
        return rows.confirmed();
    }

    /** One of them. */
    public Optional<Recipient> find(Actor.Administrator who, UUID id) {
        return rows.find(id).filter(one -> one.state() != Recipient.State.APPLIED);
    }

    /** This one, if it is approved today: then its name may be shown as confirmed, and a learner may share with it. */
    public Optional<Recipient> approved(UUID id) {
        return rows.find(id).filter(one -> one.state() == Recipient.State.APPROVED);
    }

    /**
     * Those approved whose name has this in it, whatever case, accents and punctuation; by name.
     *
     * @param most at most so many
     */
    public List<Recipient> search(String name, int most) {
        var key = Words.key(name, RecipientApplication.LONGEST_NAME);
        return key.length() < SHORTEST_SEARCH ? List.of() : rows.search(key, most);
    }

    /**
     * One administrator has looked at it, and proposes to another that it be approved.
     *
     * @return the proposal
     * @throws Mistake UNPROCESSABLE without a reason, where it is not confirmed, or another one has its number
     */
    public UUID review(Actor.Administrator who, UUID id, String reason) {
        var recipient = find(who, id).orElseThrow(Mistake::notFound);
        if (recipient.state() != Recipient.State.CONFIRMED)
            throw Mistake.unprocessable(Fault.at("", "recipient-state"));
        if (!rows.approved(recipient.number()).isEmpty()) throw Mistake.unprocessable(Fault.at("", "recipient-known"));
        return proposals.recipient(who, id, recipient.name(), reason);
    }

    /**
     * Ends it, with the access of its people and the shares with it, or declines what was not approved yet; false where there is nothing to end.
     *
     * @throws Mistake UNPROCESSABLE without a reason
     */
    public boolean end(Actor.Administrator who, UUID id, String reason) {
        var faults = Proposals.reasonFaults(reason);
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
        var over = rows.end(id, now());
        if (over) {
            ended.end(who, id);
            ledger.write(ServiceEvent.done(who, "recipient.ended", id));
        }
        return over;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
