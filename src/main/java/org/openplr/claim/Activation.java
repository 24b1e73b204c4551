package org.openplr.claim;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.identity.LearnerAccounts;
import org.openplr.identity.Tries;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;
import org.openplr.platform.Sql.DatabaseTrouble;

/**
 * A person with nothing but a letter reaches their record: the code with what they know, then how they want to sign in.
 *
 * <p>It has no transaction of its own: a passphrase is hashed in none, and where the database let somebody else have the
 * record, that is told in a new one.
 */
@Part
public class Activation {
    private final ActivationDecision decision;
    private final Taking taking;
    private final ClaimTickets tickets;
    private final LearnerAccounts accounts;
    private final Learners learners;
    private final Tries tries;

    @Inject
    Activation(
            ActivationDecision decision,
            Taking taking,
            ClaimTickets tickets,
            LearnerAccounts accounts,
            Learners learners,
            Tries tries) {
        this.decision = decision;
        this.taking = taking;
        this.tickets = tickets;
        this.accounts = accounts;
        this.learners = learners;
        this.tries = tries;
    }

    /**
     * Tries a code.
     *
     * @param client a keyed digest of where the try comes from
     */
    public Proving prove(ActivationCode code, Facts facts, String client) {
        var wait = tries.takeAnonymous(client);
        if (wait > 0) return new Proving.Throttled(wait);
        var proving = decision.prove(code, facts, client);
        if (proving instanceof Proving.Proved) tries.giveBackAnonymous(client);
        return proving;
    }

    /** Whether this ticket still lets somebody choose how to sign in. */
    public boolean waits(String ticket) {
        return tickets.find(ticket).isPresent();
    }

    /**
     * Claims the record and opens the account, or opens the account that is there in a new way.
     *
     * @throws Mistake UNPROCESSABLE where user name or passphrase break a rule, with every fault
     */
    public Activated open(String ticket, String username, String passphrase, String client) {
        var proved = tickets.find(ticket);
        var learner = proved.flatMap(p -> learners.find(p.uln()));
        if (proved.isEmpty() || learner.isEmpty()) return new Activated.Lapsed();
        var own = proved.get().newWay() ? accounts.of(learner.get().numbers()) : List.<UUID>of();
        var prepared = accounts.prepare(learner.get(), username, passphrase, own);
        if (prepared.isEmpty()) return new Activated.Busy();
        try {
            return taking.byCode(proved.get(), learner.get(), prepared.get(), client);
        } catch (DatabaseTrouble trouble) {
            if (!trouble.isDuplicate()) throw trouble;
            if (accounts.isTaken(prepared.get().username())
                    && tickets.find(ticket).isPresent())
                throw Mistake.unprocessable(Fault.at("/username", "username-taken"));
            return taking.contested(new Actor.Checker("", "", client), learner.get());
        }
    }

    /** Who may be behind a code that was proved, for an identity provider's way. */
    Optional<ClaimTickets.Proved> proved(Proving proving) {
        return proving instanceof Proving.Proved(var ticket) ? tickets.find(ticket) : Optional.empty();
    }
}
