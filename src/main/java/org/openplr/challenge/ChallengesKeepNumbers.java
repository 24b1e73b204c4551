package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.Set;
import org.openplr.learner.KeepsNumber;
import org.openplr.party.Uln;
import org.openplr.platform.Service;

/** A number about which something was challenged is not deleted. */
@Service
class ChallengesKeepNumbers implements KeepsNumber {
    private final ChallengeTable table;

    @Inject
    ChallengesKeepNumbers(ChallengeTable table) {
        this.table = table;
    }

    @Override
    public boolean keeps(Set<Uln> numbers) {
        return table.isAny(numbers);
    }
}
