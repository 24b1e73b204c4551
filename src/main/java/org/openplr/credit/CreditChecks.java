package org.openplr.credit;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/**
 * Credit checks: an awarding organisation that is to count an award asks whether a learner has it, by the learner's details and
 * its reference (the seed: "carefully designed to maintain privacy and prevent data mining").
 *
 * <p>An answer comes after a fixed time, so that how long it took tells nothing of why it is no; the transaction is over by then.
 */
@Service
public class CreditChecks {
    /** So long every answer takes, unless the machine is slower than that. */
    static final Duration PACE = Duration.ofMillis(250);

    private final Checking checking;
    private final LongSupplier nanos;

    @Inject
    CreditChecks(Checking checking) {
        this(checking, System::nanoTime);
    }

    CreditChecks(Checking checking, LongSupplier nanos) {
        this.checking = checking;
        this.nanos = nanos;
    }

    /**
     * Answers one question.
     *
     * @throws Mistake NOT_FOUND for whoever may not ask
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public CreditAnswer check(Actor.OrganisationUser user, CreditQuestion asked) {
        Right.CHECK_CREDITS.require(user);
        var until = nanos.getAsLong() + PACE.toNanos();
        var answer = checking.answer(user, asked);
        for (var left = until - nanos.getAsLong(); left > 0; left = until - nanos.getAsLong())
            LockSupport.parkNanos(left);
        return answer;
    }
}
