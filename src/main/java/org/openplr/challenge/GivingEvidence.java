package org.openplr.challenge;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.openplr.evidence.EvidenceFiles;
import org.openplr.evidence.Examined;
import org.openplr.evidence.Examining;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/**
 * Gives a file: with a draft, before it is sent, or as the step GIVE. Whether it may be given is asked before it is examined, and
 * decided once more, by the row, when it is kept: examining takes its time, and no transaction waits for it.
 */
@Service
public class GivingEvidence {
    private final ChallengeTable table;
    private final Parts parts;
    private final EvidenceFiles files;
    private final Examining examining;
    private final EvidenceKeeping keeping;

    @Inject
    GivingEvidence(
            ChallengeTable table, Parts parts, EvidenceFiles files, Examining examining, EvidenceKeeping keeping) {
        this.table = table;
        this.parts = parts;
        this.files = files;
        this.examining = examining;
        this.keeping = keeping;
    }

    /**
     * What is given.
     *
     * @param name as the file was called
     * @param words to go with it; where there are none, its name is said
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Offer(String name, byte[] content, String words) {
        @Override
        public String toString() {
            return "Offer[" + content.length + " bytes]";
        }
    }

    /**
     * Gives one.
     *
     * @param seen the revision that they looked at
     * @throws Mistake NOT_FOUND for whoever has no part in it, UNPROCESSABLE where the words are too long
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Given give(Actor actor, UUID id, long seen, Offer offer) {
        var one = table.find(id).orElseThrow(Mistake::notFound);
        var gift =
                new EvidenceKeeping.Gift(actor, parts.required(actor, one, "challenge.file-given"), one, offer.words);
        if (one.revision() != seen) return new Given.Meanwhile(one);
        var isOpen = one.state() == State.DRAFT
                ? gift.parts().contains(Who.RAISER)
                : Life.open(one.state(), gift.parts()).contains(Step.GIVE);
        if (!isOpen) return keeping.refuse(gift);
        if (files.about(id).size() >= Evidence.MOST) return new Given.TooMany();
        return switch (examining.examine(offer.name, offer.content)) {
            case Examined.Fit fit -> keeping.keep(gift, fit);
            case Examined.Not(var why) -> keeping.refuse(gift, why);
        };
    }
}
