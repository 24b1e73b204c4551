package org.openplr.helping;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.audit.NotTheirs;
import org.openplr.identity.Sessions;
import org.openplr.identity.SignedInSession;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/** Whom somebody helps: they choose one at a time, in one browser, and act for that learner until they stop. */
@Service
public class Helping {
    private static final String BEGAN = "help.began";
    private static final String GIVEN_UP = "help.given-up";

    private final Leaves leaves;
    private final TakingLeave taking;
    private final Learners learners;
    private final Sessions sessions;
    private final Ledger ledger;

    @Inject
    Helping(Leaves leaves, TakingLeave taking, Learners learners, Sessions sessions, Ledger ledger) {
        this.leaves = leaves;
        this.taking = taking;
        this.learners = learners;
        this.sessions = sessions;
        this.ledger = ledger;
    }

    /**
     * A learner whom somebody may help.
     *
     * @param learner first and last name
     * @param now whether they do, in this browser
     */
    public record Line(UUID id, String learner, boolean mayShare, Instant ends, boolean now) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /** As whom a session's owner acts: for the learner they help, while that learner lets them, else for themselves. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Actor acting(SignedInSession session) {
        return session.helping()
                .flatMap(leave -> own(session, leave))
                .<Actor>map(leave -> leave.actor(session.account()))
                .orElse(session.actor());
    }

    /** Whom they may help, the oldest leave first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Line> of(SignedInSession session) {
        return leaves.of(session.account()).stream()
                .filter(taking::stands)
                .map(leave -> line(session, leave))
                .toList();
    }

    private Line line(SignedInSession session, Leave leave) {
        var name = learners.find(leave.uln()).map(one -> one.givenName() + " " + one.familyName());
        var now = session.helping().filter(leave.id()::equals).isPresent();
        return new Line(leave.id(), name.orElse(""), leave.mayShare(), leave.ends(), now);
    }

    /**
     * Begins to help; the learner sees it.
     *
     * @return the session's new secret; empty where there is no such leave of theirs that stands
     */
    public Optional<String> begin(SignedInSession session, UUID id) {
        return asked(session, id, BEGAN).map(leave -> {
            leaves.used(id);
            ledger.write(HelpEvent.done(leave.actor(session.account()), leave, BEGAN));
            return sessions.help(session, Optional.of(id));
        });
    }

    /**
     * Stops for now, in this browser.
     *
     * @return the session's new secret
     */
    public String stop(SignedInSession session) {
        return sessions.help(session, Optional.empty());
    }

    /** Gives a leave back, for good; false where there is none of this id that is theirs. */
    public boolean giveUp(SignedInSession session, UUID id) {
        var own = asked(session, id, GIVEN_UP);
        if (own.isEmpty() || !leaves.end(id)) return false;
        ledger.write(HelpEvent.done(own.get().actor(session.account()), own.get(), GIVEN_UP));
        return true;
    }

    /** A leave of theirs that stands; the learner who gave one to somebody else sees who wanted to use it. */
    private Optional<Leave> asked(SignedInSession session, UUID id, String what) {
        leaves.find(id)
                .filter(leave -> !leave.isOf(session.account()) && !isOwn(session, leave))
                .ifPresent(leave ->
                        ledger.write(new NotTheirs(session.actor(), leave.uln(), what, Optional.of(leave.id()))));
        return own(session, id);
    }

    private boolean isOwn(SignedInSession session, Leave leave) {
        return session.actor() instanceof Actor.Learner self
                && learners.find(self.uln())
                        .filter(one -> one.numbers().contains(leave.uln()))
                        .isPresent();
    }

    private Optional<Leave> own(SignedInSession session, UUID id) {
        return leaves.standing(id)
                .filter(leave -> leave.isOf(session.account()))
                .filter(taking::stands);
    }
}
