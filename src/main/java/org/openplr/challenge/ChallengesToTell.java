package org.openplr.challenge;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.Service;

/** Whom news of a challenge is for: asked where messages are made, never by anybody who asks for somebody. */
@Service
public class ChallengesToTell {
    private final ChallengeTable table;

    @Inject
    ChallengesToTell(ChallengeTable table) {
        this.table = table;
    }

    /** The event that was put right; of two that were one, the one that went. Empty where it is of no event. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<UUID> event(UUID challenge) {
        return table.find(challenge)
                .map(Challenge::about)
                .map(about -> about.other() == null ? about.event() : about.other());
    }

    /** The learner it is about. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Uln> learner(UUID challenge) {
        return table.find(challenge).map(Challenge::uln);
    }

    /**
     * Who has to answer.
     *
     * @param organisation empty for those who run the service
     */
    public record Answering(Optional<Ukprn> organisation) {}

    /** Who answers it. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Answering answers(UUID challenge) {
        return new Answering(table.find(challenge).map(Challenge::owner));
    }

    /** Who has to acknowledge it; empty where nobody has. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Answering> waitsFor(UUID challenge) {
        return table.find(challenge)
                .filter(one -> one.state() == State.RAISED)
                .map(one -> new Answering(Optional.ofNullable(one.owner())));
    }
}
