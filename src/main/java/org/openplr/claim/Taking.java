package org.openplr.claim;

import jakarta.inject.Inject;
import org.openplr.audit.Ledger;
import org.openplr.identity.LearnerAccounts;
import org.openplr.identity.Welcome;
import org.openplr.learner.Learner;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/**
 * The claim itself, in one transaction: the code is used up, the record has a holder, the account is open; or none of it.
 * The database refuses a second holder, with {@link org.openplr.platform.Sql.DatabaseTrouble#isDuplicate()}.
 */
@Service
class Taking {
    private final ActivationCodes codes;
    private final ClaimTickets tickets;
    private final CodeMaking making;
    private final Holders holders;
    private final LearnerAccounts accounts;
    private final Ledger ledger;

    @Inject
    Taking(
            ActivationCodes codes,
            ClaimTickets tickets,
            CodeMaking making,
            Holders holders,
            LearnerAccounts accounts,
            Ledger ledger) {
        this.codes = codes;
        this.tickets = tickets;
        this.making = making;
        this.holders = holders;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    Activated byCode(ClaimTickets.Proved proved, Learner learner, LearnerAccounts.Prepared prepared, String client) {
        var held = making.isClaimed(learner);
        if (held && !proved.newWay()) return contested(new Actor.Checker("", "", client), learner);
        if (!codes.use(proved.code())) return new Activated.Lapsed();
        tickets.forget(proved.code());
        return new Activated.Claimed(held ? renew(learner, prepared) : take(learner, prepared, Holders.Way.CODE));
    }

    /** The first account is theirs again and nobody else's; whatever else there is ends. */
    private Welcome renew(Learner learner, LearnerAccounts.Prepared prepared) {
        var held = holders.of(learner);
        held.stream().skip(1).forEach(accounts::close);
        var welcome = accounts.renew(prepared, held.getFirst());
        ledger.write(ClaimEvent.renewed(welcome.actor(), learner.uln(), held.getFirst()));
        return welcome;
    }

    Activated online(Learner learner, LearnerAccounts.Prepared prepared) {
        if (making.isClaimed(learner)) return contested(ClaimEvent.provider(), learner);
        if (making.isDeceased(learner)) return new Activated.Lapsed();
        codes.endAll(learner.numbers());
        return new Activated.Claimed(take(learner, prepared, Holders.Way.ONLINE));
    }

    boolean isDeceased(Learner learner) {
        return making.isDeceased(learner);
    }

    Activated contested(Actor actor, Learner learner) {
        making.alarm(actor, learner);
        return new Activated.AlreadyClaimed();
    }

    private Welcome take(Learner learner, LearnerAccounts.Prepared prepared, Holders.Way way) {
        holders.claim(learner.uln(), prepared.account(), way);
        var welcome = accounts.open(prepared, learner.uln());
        ledger.write(ClaimEvent.claimed(welcome.actor(), learner.uln(), way));
        return welcome;
    }
}
