package org.openplr.helping;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.identity.LearnerAccounts;
import org.openplr.identity.SignedInSession;
import org.openplr.identity.Welcome;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Service;

/** A leave becomes somebody's, in one transaction with the account that is opened for it and the ledger. */
@Service
class TakingLeave {
    private final Leaves leaves;
    private final LearnerAccounts accounts;
    private final Learners learners;
    private final Ledger ledger;

    @Inject
    TakingLeave(Leaves leaves, LearnerAccounts accounts, Learners learners, Ledger ledger) {
        this.leaves = leaves;
        this.accounts = accounts;
        this.learners = learners;
        this.ledger = ledger;
    }

    /** Whether the account that gave it is open. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean stands(Leave leave) {
        return accounts.of(numbers(leave)).contains(leave.givenBy());
    }

    private List<Uln> numbers(Leave leave) {
        return learners.find(leave.uln())
                .map(Learner::numbers)
                .map(List::copyOf)
                .orElse(List.of(leave.uln()));
    }

    public boolean take(Leave leave, SignedInSession session) {
        var taken = leaves.take(leave, session.account());
        if (taken) ledger.write(HelpEvent.accepted(session.account(), leave));
        return taken;
    }

    /** Opens an account for it; empty where somebody else was faster. */
    public Optional<Welcome> join(Leave leave, LearnerAccounts.Prepared prepared) {
        if (!leaves.take(leave, prepared.account())) return Optional.empty();
        var welcome = accounts.openPerson(prepared);
        ledger.write(HelpEvent.accepted(prepared.account(), leave));
        return Optional.of(welcome);
    }

    public void refuse(Actor who, Optional<Leave> leave) {
        ledger.write(HelpEvent.refused(who, leave, "code-refused"));
    }
}
