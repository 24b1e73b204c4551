package org.openplr.claim;

import jakarta.inject.Inject;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.identity.LearnerAccounts;
import org.openplr.learner.Learner;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;

/** Ends whatever somebody has of a record: its accounts and codes, and by {@link EndsWithClaim} what they did with it. */
@Part
class Ending {
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST_REASON = 250;

    private final Holders holders;
    private final ActivationCodes codes;
    private final LearnerAccounts accounts;
    private final EndsWithClaim deeds;
    private final Ledger ledger;

    @Inject
    Ending(Holders holders, ActivationCodes codes, LearnerAccounts accounts, EndsWithClaim deeds, Ledger ledger) {
        this.holders = holders;
        this.codes = codes;
        this.accounts = accounts;
        this.deeds = deeds;
        this.ledger = ledger;
    }

    /**
     * Ends it, for the next request.
     *
     * @param why as {@link #reason} has it; empty where whoever has it ends it
     * @param what the ledger's word for each account that is closed
     * @return whether anybody had it
     */
    boolean end(Actor by, Learner learner, String what, String why) {
        var held = holders.of(learner);
        for (var account : held) {
            accounts.close(account);
            ledger.write(ClaimEvent.settled(by, learner.uln(), what, why, Optional.of(account)));
        }
        holders.release(learner.numbers());
        holders.endDisputes(learner.numbers());
        codes.endAll(learner.numbers());
        if (!held.isEmpty()) deeds.claimTakenBack(by, learner.numbers());
        return !held.isEmpty();
    }

    /**
     * A reason as it is kept.
     *
     * @throws Mistake UNPROCESSABLE where it is none in words
     */
    static String reason(String typed) {
        var reason = typed.strip().replaceAll("\\s+", " ");
        if (reason.split(" ", -1).length < FEWEST_WORDS) throw fault("reason-words", FEWEST_WORDS);
        if (reason.length() > LONGEST_REASON) throw fault("too-long", LONGEST_REASON);
        return reason;
    }

    private static Mistake fault(String code, int number) {
        return Mistake.unprocessable(Fault.at("/reason", code, Integer.toString(number)));
    }
}
