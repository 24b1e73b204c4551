package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.evidence.EvidenceFile;
import org.openplr.evidence.EvidenceFiles;
import org.openplr.evidence.Examined;
import org.openplr.evidence.Unfit;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/**
 * Keeps a file that was examined, in one transaction with the step by which it is given. The row of the challenge is won first, so
 * of two who do something at once one has given nothing.
 */
@Service
class EvidenceKeeping {
    private final ChallengeTable table;
    private final Moving moving;
    private final Routing routing;
    private final EvidenceFiles files;
    private final Ledger ledger;

    @Inject
    EvidenceKeeping(ChallengeTable table, Moving moving, Routing routing, EvidenceFiles files, Ledger ledger) {
        this.table = table;
        this.moving = moving;
        this.routing = routing;
        this.files = files;
        this.ledger = ledger;
    }

    /** What somebody wants to give, in a challenge as they saw it. */
    record Gift(Actor actor, Set<Who> parts, Challenge seen, String words) {}

    public Given keep(Gift gift, Examined.Fit fit) {
        var kept = new ArrayList<EvidenceFile>();
        Runnable keeping = () -> {
            kept.add(files.keep(gift.seen.id(), gift.seen.uln(), account(gift.actor), fit));
            ledger.write(FileEvent.given(gift.actor, gift.seen));
        };
        if (gift.seen.state() == State.DRAFT) {
            if (!table.move(gift.seen, gift.seen)) return new Given.Meanwhile(gift.seen);
            keeping.run();
            return new Given.Done(table.find(gift.seen.id()).orElseThrow(), kept.getFirst());
        }
        var words = gift.words.isBlank() ? fit.name() : gift.words;
        return switch (moving.take(gift.seen, move(gift, words, keeping))) {
            case Stepped.Done(var challenge) -> new Given.Done(challenge, kept.getFirst());
            case Stepped.Meanwhile(var now) -> new Given.Meanwhile(now);
            case Stepped.NotNow(var now) -> new Given.NotNow(now);
        };
    }

    /** It is not to be given now: that somebody tried is in the ledger. */
    public Given refuse(Gift gift) {
        moving.take(gift.seen, move(gift, "-", () -> {}));
        return new Given.NotNow(gift.seen);
    }

    private Moving.Move move(Gift gift, String words, Runnable alongside) {
        return new Moving.Move(
                gift.actor,
                gift.parts,
                Step.GIVE,
                words,
                now -> Handling.running(now, moving.today(), routing),
                alongside);
    }

    /** What is wrong with the file is told; that somebody tried is in the ledger. */
    public Given refuse(Gift gift, Unfit why) {
        ledger.write(FileEvent.refused(gift.actor, gift.seen, why));
        return new Given.Not(why);
    }

    private static UUID account(Actor actor) {
        return switch (actor) {
            case Actor.Learner learner -> learner.account();
            case Actor.OrganisationUser user -> user.account();
            case Actor.Helper _,
                    Actor.Person _,
                    Actor.RecipientUser _,
                    Actor.App _,
                    Actor.Checker _,
                    Actor.Administrator _,
                    Actor.System _ -> throw Mistake.notFound();
        };
    }
}
