package org.openplr.recipient;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.ServiceEvent;
import org.openplr.identity.LearnerAccounts;
import org.openplr.identity.RecipientAccounts;
import org.openplr.identity.Welcome;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/** The steps of joining a recipient's people, each a transaction: the code is tried, and the account is opened. */
@Service
class TakingCode {
    private static final String JOINED = "recipient.joined";

    private final ColleagueRows rows;
    private final RecipientRows recipients;
    private final RecipientMail mail;
    private final RecipientAccounts accounts;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    TakingCode(
            ColleagueRows rows,
            RecipientRows recipients,
            RecipientMail mail,
            RecipientAccounts accounts,
            Ledger ledger,
            InstantSource clock) {
        this.rows = rows;
        this.recipients = recipients;
        this.mail = mail;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    Optional<String> recipient(UUID invitation) {
        return rows.code(invitation, now())
                .flatMap(code -> recipients.find(code.recipient()))
                .map(Recipient::name);
    }

    /** What is wrong with a code; nothing where it is right, and then it costs none of its tries. */
    Optional<ColleagueOutcome> tried(Actor.Checker who, UUID invitation, String typed) {
        var code = rows.code(invitation, now());
        if (code.isEmpty() || !rows.takeTry(invitation)) return Optional.of(new ColleagueOutcome.Over());
        if (mail.isRight(code.get(), typed)) {
            rows.giveTryBack(invitation);
            return Optional.empty();
        }
        ledger.write(ServiceEvent.refused(who, JOINED, "wrong-code", Optional.of(invitation)));
        var left = ColleagueRows.TRIES - code.get().tries() - 1;
        return Optional.of(left > 0 ? new ColleagueOutcome.WrongCode(left) : new ColleagueOutcome.Over());
    }

    /** They are there from now on; empty where somebody was faster, or the invitation was taken back. */
    Optional<Welcome> join(UUID invitation, String name, LearnerAccounts.Prepared prepared) {
        var code = rows.code(invitation, now()).filter(found -> recipients.hold(found.recipient()));
        if (code.isEmpty() || !rows.join(invitation, name, prepared.account(), now())) return Optional.empty();
        var to = code.get();
        var welcome = accounts.open(prepared, to.recipient(), to.to(), to.language());
        ledger.write(ServiceEvent.done(welcome.actor(), JOINED, invitation));
        return Optional.of(welcome);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
