package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.UUID;
import org.openplr.identity.Forgotten.Known;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.platform.Part;
import org.openplr.platform.SixDigits;

/** What proves somebody who forgot their passphrase: the code of the message, and then a second fact. */
@Part
class ForgottenFacts {
    private final ForgottenCodes messages;
    private final ForgottenLimits limits;
    private final Freshness freshness;
    private final Codes codes;
    private final Learners learners;

    @Inject
    ForgottenFacts(
            ForgottenCodes messages, ForgottenLimits limits, Freshness freshness, Codes codes, Learners learners) {
        this.messages = messages;
        this.limits = limits;
        this.freshness = freshness;
        this.codes = codes;
        this.learners = learners;
    }

    /** Whether both are right. A code of the app or a recovery code is used up only after the message's. */
    boolean areRight(Account account, UUID message, Known known) {
        if (!SixDigits.isRight(messages.of(message), known.code()) || !limits.tryFact(account)) return false;
        var right =
                freshness.ways(account.id()).second() ? codes.accepts(account, known.second()) : isBorn(account, known);
        if (right) limits.right(account);
        return right;
    }

    private boolean isBorn(Account account, Known known) {
        return account.actor() instanceof Actor.Learner learner
                && learners.find(learner.uln())
                        .filter(born -> born.dateOfBirth().equals(known.dateOfBirth()))
                        .isPresent();
    }
}
