package org.openplr.claim;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.openplr.audit.Ledger;
import org.openplr.identity.ProvenIdentity;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/** Who has claimed which record: what administrators see and settle, and the claim by an identity that is proved elsewhere. */
@Service
public class Claims {
    private final Learners learners;
    private final Holders holders;
    private final Deaths deaths;
    private final OnlineClaims online;
    private final Ending ending;
    private final Ledger ledger;

    @Inject
    Claims(Learners learners, Holders holders, Deaths deaths, OnlineClaims online, Ending ending, Ledger ledger) {
        this.learners = learners;
        this.holders = holders;
        this.deaths = deaths;
        this.online = online;
        this.ending = ending;
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
        var why = Ending.reason(reason);
        return ending.end(administrator, learners.find(number).orElseThrow(Mistake::notFound), "claim.unclaimed", why);
    }

    /**
     * Notes that somebody says a claim is wrong; the account stays until the claim is taken back.
     *
     * @return false where nobody holds it
     * @throws Mistake UNPROCESSABLE without a reason in words
     */
    public boolean dispute(Actor.Administrator administrator, Uln number, String reason) {
        var why = Ending.reason(reason);
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
                holders.disputes(learner.numbers()),
                deaths.of(learner));
    }
}
