package org.openplr.claim;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.identity.LearnerAccounts;
import org.openplr.identity.ProvenIdentity;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Service;

/** Who has claimed which record: what administrators see and settle, and the claim by an identity that is proved elsewhere. */
@Service
public class Claims {
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST_REASON = 250;

    private final Learners learners;
    private final Holders holders;
    private final ActivationCodes codes;
    private final LearnerAccounts accounts;
    private final OnlineClaims online;
    private final EndsWithClaim deeds;
    private final Ledger ledger;

    @Inject
    Claims(
            Learners learners,
            Holders holders,
            ActivationCodes codes,
            LearnerAccounts accounts,
            OnlineClaims online,
            EndsWithClaim deeds,
            Ledger ledger) {
        this.learners = learners;
        this.holders = holders;
        this.codes = codes;
        this.accounts = accounts;
        this.online = online;
        this.deeds = deeds;
        this.ledger = ledger;
    }

    /** Claims the record that fits this identity, if there is exactly one; from then on the provider's word opens it. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public OnlineClaim byProvenIdentity(ProvenIdentity identity) {
        return online.claim(identity);
    }

    /**
     * The same, for somebody of whom one record may be, and who has its activation code.
     *
     * @param client a keyed digest of where the try comes from
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public OnlineClaim byProvenIdentity(ProvenIdentity identity, ActivationCode code, String client) {
        return online.claim(identity, code, client);
    }

    /** How a record stands; empty where there is none of this number. */
    public Optional<ClaimLine> find(Actor.Administrator administrator, Uln number) {
        var learner = learners.find(number);
        learner.ifPresent(one -> ledger.write(ClaimEvent.done(administrator, one.uln(), "claim.looked-up", "name")));
        return learner.map(this::line);
    }

    /**
     * Takes a claim back: its accounts are closed, what they shared ends, and the record can be claimed anew.
     *
     * @return false where nobody holds it
     * @throws Mistake UNPROCESSABLE without a reason in words
     */
    public boolean unclaim(Actor.Administrator administrator, Uln number, String reason) {
        var why = reason(reason);
        var learner = learners.find(number).orElseThrow(Mistake::notFound);
        var held = holders.of(learner);
        for (var account : held) {
            accounts.close(account);
            ledger.write(
                    ClaimEvent.settled(administrator, learner.uln(), "claim.unclaimed", why, Optional.of(account)));
        }
        holders.release(learner.numbers());
        holders.endDisputes(learner.numbers());
        codes.endAll(learner.numbers());
        if (!held.isEmpty()) deeds.claimTakenBack(administrator, learner.numbers());
        return !held.isEmpty();
    }

    /**
     * Notes that somebody says a claim is wrong; the account stays until the claim is taken back.
     *
     * @return false where nobody holds it
     * @throws Mistake UNPROCESSABLE without a reason in words
     */
    public boolean dispute(Actor.Administrator administrator, Uln number, String reason) {
        var why = reason(reason);
        var learner = learners.find(number).orElseThrow(Mistake::notFound);
        var held = holders.of(learner);
        if (held.isEmpty()) return false;
        holders.dispute(learner.uln(), why, administrator.account());
        ledger.write(
                ClaimEvent.settled(administrator, learner.uln(), "claim.disputed", why, Optional.of(held.getFirst())));
        return true;
    }

    private ClaimLine line(Learner learner) {
        return new ClaimLine(
                learner.uln(),
                learner.givenName() + " " + learner.familyName(),
                holders.holdings(learner),
                holders.disputes(learner.numbers()));
    }

    private static String reason(String typed) {
        var reason = typed.strip().replaceAll("\\s+", " ");
        if (reason.split(" ", -1).length < FEWEST_WORDS) throw fault("reason-words", FEWEST_WORDS);
        if (reason.length() > LONGEST_REASON) throw fault("too-long", LONGEST_REASON);
        return reason;
    }

    private static Mistake fault(String code, int number) {
        return Mistake.unprocessable(Fault.at("/reason", code, Integer.toString(number)));
    }
}
