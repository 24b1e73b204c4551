package org.openplr.identity;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/**
 * The address at which a learner wants to be told, changed by nobody but them: it counts once the code that went there
 * was typed by the same signed-in person. Every answer is the same whether or not others use the address.
 */
@Service
public class EmailAddresses {
    private final MailboxRows mailboxes;
    private final EmailCodes codes;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    EmailAddresses(MailboxRows mailboxes, EmailCodes codes, Ledger ledger, InstantSource clock, Ids ids) {
        this.mailboxes = mailboxes;
        this.codes = codes;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * An address that waits to be confirmed.
     *
     * @param until when its code ends
     */
    public record Waiting(EmailAddress address, Instant until) {}

    /** Their confirmed address. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Mailbox> of(Actor who) {
        return mailboxes.of(account(who));
    }

    /** The address that waits for its code. */
    public Optional<Waiting> waiting(Actor who) {
        return codes.waiting(account(who), now()).map(c -> new Waiting(c.address(), c.ends()));
    }

    /** Asks for this address: a code goes there. For the one they have already only the language is taken. */
    public AddressOutcome ask(Actor who, EmailAddress address, Locale language) {
        var now = now();
        mailboxes.hold(account(who));
        var known = mailboxes.of(account(who));
        if (known.filter(box -> box.address().equals(address)).isPresent()) {
            mailboxes.speak(account(who), language);
            return new AddressOutcome.Unchanged();
        }
        codes.sweep(now.minus(1, ChronoUnit.DAYS));
        var code = codes.make(account(who), address, language, now);
        if (code.isEmpty()) return new AddressOutcome.TooMany();
        ledger.write(EmailEvent.done(who, "account.email-asked", code.get()));
        return new AddressOutcome.CodeSent(now.plus(EmailCodes.LIFE));
    }

    /** Confirms the address that waits; the one before is told. */
    public AddressOutcome confirm(Actor who, String typed) {
        var now = now();
        var found = codes.waiting(account(who), now);
        if (found.isEmpty() || !codes.takeTry(found.get())) return new AddressOutcome.Over();
        var code = found.get();
        if (!codes.isRight(code, typed)) {
            ledger.write(EmailEvent.wrongCode(who, code.id()));
            var left = EmailCodes.TRIES - code.tries() - 1;
            return left > 0 ? new AddressOutcome.WrongCode(left) : new AddressOutcome.Over();
        }
        if (!codes.use(code)) return new AddressOutcome.Over();
        if (!giveUp(who, "account.email-changed"))
            ledger.write(EmailEvent.done(who, "account.email-confirmed", code.id()));
        mailboxes.put(new Mailbox(account(who), code.address(), code.language(), now));
        return new AddressOutcome.Confirmed();
    }

    /** Removes the address; it is told so for the last time. */
    public void remove(Actor who) {
        mailboxes.hold(account(who));
        giveUp(who, "account.email-removed");
    }

    private boolean giveUp(Actor who, String what) {
        var former = mailboxes.of(account(who));
        if (former.isEmpty()) return false;
        var id = ids.next();
        mailboxes.leave(id, former.get(), now());
        ledger.write(EmailEvent.done(who, what, id));
        return true;
    }

    /** Takes an operator's word for the addresses of accounts that have none yet, by user name. */
    public void takeOver(List<Known> known) {
        for (var one : known) mailboxes.takeOver(one.username(), one.address(), one.language(), now());
    }

    /** An address that was confirmed elsewhere. */
    public record Known(String username, EmailAddress address, Locale language) {}

    private static UUID account(Actor who) {
        Right.CHANGE_ADDRESS.require(who);
        return switch (who) {
            case Actor.Learner learner -> learner.account();
            case Actor.OrganisationUser user -> user.account();
            case Actor.Administrator administrator -> administrator.account();
            case Actor.Helper _, Actor.Person _, Actor.RecipientUser _, Actor.App _, Actor.Checker _, Actor.System _ ->
                throw Mistake.notFound();
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
