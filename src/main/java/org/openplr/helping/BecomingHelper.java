package org.openplr.helping;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.openplr.identity.LearnerAccounts;
import org.openplr.identity.SignedInSession;
import org.openplr.identity.Tries;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;
import org.openplr.platform.Sql.DatabaseTrouble;

/** Somebody comes with the code that a learner gave them: with the account they have, or to open one. */
@Service
public class BecomingHelper {
    private final Leaves leaves;
    private final TakingLeave taking;
    private final LearnerAccounts accounts;
    private final Tries tries;

    @Inject
    BecomingHelper(Leaves leaves, TakingLeave taking, LearnerAccounts accounts, Tries tries) {
        this.leaves = leaves;
        this.taking = taking;
        this.accounts = accounts;
        this.tries = tries;
    }

    /**
     * With the account they are signed in with.
     *
     * @param client a keyed digest of where the try comes from
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public HelpOutcome accept(HelpCode code, SignedInSession session, String client) {
        if (!Right.HELP.isOf(session.actor())) return new HelpOutcome.Refused();
        var wait = tries.takeAnonymous(client);
        if (wait > 0) return new HelpOutcome.Throttled(wait);
        var leave = right(code, session.actor());
        if (leave.isEmpty()) return new HelpOutcome.Refused();
        tries.giveBackAnonymous(client);
        if (isOwn(leave.get(), session)) return new HelpOutcome.Own();
        return taking.take(leave.get(), session) ? new HelpOutcome.Accepted() : new HelpOutcome.Refused();
    }

    /**
     * With an account that is opened now.
     *
     * @throws Mistake UNPROCESSABLE where user name or passphrase break a rule, with every fault
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public HelpOutcome join(HelpCode code, String username, String passphrase, String client) {
        var wait = tries.takeAnonymous(client);
        if (wait > 0) return new HelpOutcome.Throttled(wait);
        var leave = right(code, new Actor.Checker("", "", client));
        if (leave.isEmpty()) return new HelpOutcome.Refused();
        tries.giveBackAnonymous(client);
        var prepared = accounts.prepare(leave.get().name(), username, passphrase);
        if (prepared.isEmpty()) return new HelpOutcome.Throttled(1);
        try {
            return taking.join(leave.get(), prepared.get())
                    .<HelpOutcome>map(HelpOutcome.Joined::new)
                    .orElseGet(HelpOutcome.Refused::new);
        } catch (DatabaseTrouble twoOfOneName) {
            if (!twoOfOneName.isDuplicate() || !accounts.isTaken(username)) throw twoOfOneName;
            throw Mistake.unprocessable(Fault.at("/username", "username-taken"));
        }
    }

    private static boolean isOwn(Leave leave, SignedInSession session) {
        return leave.givenBy().equals(session.account())
                || (session.actor() instanceof Actor.Learner learner
                        && learner.uln().equals(leave.uln()));
    }

    /** The leave that this code proves; a wrong one costs one of its ten tries, and the learner sees it. */
    private Optional<Leave> right(HelpCode code, Actor who) {
        var found = leaves.find(code).filter(_ -> leaves.reserveTry(code));
        var right = found.filter(leave -> leaves.isRight(code, leave) && taking.stands(leave));
        right.ifPresent(leaves::giveTryBack);
        if (right.isEmpty()) taking.refuse(who, found);
        return right;
    }
}
