package org.openplr.recipient;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.identity.RecipientAccounts;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Forgets;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/**
 * The people who sign in for a recipient. The first one is whoever applied for it, once it is approved; everybody who is there
 * may invite others and end their access, for a recipient has no roles. A code goes to an address at the recipient's own
 * domain, and nowhere else.
 */
@Service
public class Colleagues implements Forgets {
    static final Duration CODE_LIFE = Duration.ofDays(7);
    static final int INVITED_PER_DAY = 20;
    static final int AT_ONCE = 200;

    private static final String INVITED = "recipient.invited";
    private static final String ENDED = "recipient.access-ended";

    private final ColleagueRows rows;
    private final RecipientRows recipients;
    private final RecipientMail mail;
    private final RecipientAccounts accounts;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Colleagues(
            ColleagueRows rows,
            RecipientRows recipients,
            RecipientMail mail,
            RecipientAccounts accounts,
            Ledger ledger,
            InstantSource clock,
            Ids ids) {
        this.rows = rows;
        this.recipients = recipients;
        this.mail = mail;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** The recipient that somebody works for. */
    public Recipient own(Actor.RecipientUser who) {
        return recipients.find(who.recipient()).orElseThrow(Mistake::notFound);
    }

    /** Everybody, and who was invited and has not come yet; the oldest first. */
    public List<Colleague> of(Actor.RecipientUser who) {
        return rows.of(who.recipient(), now());
    }

    /** The same for an administrator. */
    public List<Colleague> of(Actor.Administrator who, UUID recipient) {
        return rows.of(recipient, now());
    }

    /**
     * Invites somebody; whoever was invited before and has not come gets a new code, and the old one is void.
     *
     * @param language of the message to them
     * @throws Mistake UNPROCESSABLE for an address of another domain, and for somebody who is there already
     */
    public ColleagueOutcome invite(Actor.RecipientUser who, EmailAddress email, Locale language) {
        Right.KEEP_COLLEAGUES.require(who);
        var own = own(who);
        if (!RecipientApplication.domain(email).equals(own.domain()))
            throw Mistake.unprocessable(Fault.at("email", "other-domain", own.domain()));
        if (!recipients.hold(own.id())) throw Mistake.notFound();
        if (rows.find(own.id(), email).filter(Colleague::joined).isPresent())
            throw Mistake.unprocessable(Fault.at("email", "already-here"));
        var now = now();
        if (rows.of(own.id(), now).size() < AT_ONCE && recipients.takeInvitation(own.id(), now, INVITED_PER_DAY))
            return invited(who, who.account(), own.id(), email, language);
        ledger.write(ServiceEvent.refused(who, INVITED, "too-many", Optional.of(own.id())));
        return new ColleagueOutcome.TooMany();
    }

    /**
     * Invites whoever applied for a recipient once more: when nobody of it can sign in any more, say. An account that they
     * have is closed.
     *
     * @throws Mistake NOT_FOUND for one that is not approved
     */
    public ColleagueOutcome inviteApplicant(Actor.Administrator who, UUID recipient) {
        if (!recipients.hold(recipient)) throw Mistake.notFound();
        var applicant = recipients.applicant(recipient).orElseThrow(Mistake::notFound);
        rows.find(recipient, applicant.email()).filter(Colleague::joined).ifPresent(one -> end(who, one));
        return invited(who, who.account(), recipient, applicant.email(), applicant.language());
    }

    private ColleagueOutcome invited(Actor who, UUID by, UUID recipient, EmailAddress email, Locale language) {
        rows.find(recipient, email).ifPresent(one -> rows.remove(one.id()));
        var now = now();
        var ends = now.plus(CODE_LIFE);
        var code = new ColleagueRows.Code(ids.next(), recipient, email, language, mail.currentKey(), 0);
        rows.add(code, by, now, ends);
        ledger.write(ServiceEvent.done(who, INVITED, code.id()));
        return new ColleagueOutcome.Invited(ends);
    }

    /** The recipient at whose domain this address is; empty where none of such is approved. */
    public Optional<UUID> recipientOf(EmailAddress email) {
        return recipients.ofDomain(RecipientApplication.domain(email));
    }

    /** Takes an operator's word that somebody who has an account for a recipient reads mail at this address. */
    public void takeOver(String username, EmailAddress email, Locale language) {
        var recipient = recipientOf(email);
        var account = recipient.flatMap(id -> accounts.find(username, id));
        if (account.isEmpty() || rows.find(recipient.get(), email).isPresent()) return;
        var now = now();
        var code = new ColleagueRows.Code(ids.next(), recipient.get(), email, language, mail.currentKey(), 0);
        rows.add(code, account.get(), now, now.plus(CODE_LIFE));
        rows.join(code.id(), username, account.get(), now);
    }

    /** Takes an invitation back, or ends somebody's access: everywhere, from the next request on. */
    public ColleagueOutcome end(Actor.RecipientUser who, UUID id) {
        Right.KEEP_COLLEAGUES.require(who);
        if (!recipients.hold(who.recipient())) throw Mistake.notFound();
        var found = rows.find(who.recipient(), id, now());
        if (found.isEmpty()) return refuse(who, "not-own", id, new ColleagueOutcome.NotFound());
        if (found.get().is(who.account())) return refuse(who, "own", id, new ColleagueOutcome.Own());
        end(who, found.get());
        return new ColleagueOutcome.Done();
    }

    /** The recipient is approved no longer, and its row is held by that: nobody signs in for it any more. */
    void endAll(Actor.Administrator who, UUID recipient) {
        rows.of(recipient, Instant.EPOCH).forEach(one -> end(who, one));
    }

    /** Forgets the addresses of those who were invited and did not come. */
    @Override
    public int forget() {
        return rows.forget(now());
    }

    private void end(Actor who, Colleague one) {
        rows.remove(one.id());
        one.account().ifPresent(accounts::close);
        ledger.write(ServiceEvent.done(who, ENDED, one.id()));
    }

    private ColleagueOutcome refuse(Actor who, String reason, UUID id, ColleagueOutcome outcome) {
        ledger.write(ServiceEvent.refused(who, ENDED, reason, Optional.of(id)));
        return outcome;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
