package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.Set;
import org.openplr.learner.KeepsNumber;
import org.openplr.party.Uln;
import org.openplr.platform.Service;

/** A number that somebody signs in with is not deleted: the claim is taken back first. */
@Service
class AccountsKeepNumbers implements KeepsNumber {
    private final LearnerAccounts accounts;

    @Inject
    AccountsKeepNumbers(LearnerAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean keeps(Set<Uln> numbers) {
        return !accounts.of(numbers).isEmpty();
    }
}
