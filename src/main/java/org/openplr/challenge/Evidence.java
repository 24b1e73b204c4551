package org.openplr.challenge;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openplr.audit.Ledger;
import org.openplr.evidence.EvidenceFile;
import org.openplr.evidence.EvidenceFiles;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Service;

/**
 * The files that were given in a challenge, for whoever raised it, whoever owns the data now, and, once it is appealed, the service.
 * To anybody else there are none.
 */
@Service
public class Evidence {
    /** Files of one challenge, those that are gone too. */
    public static final int MOST = 5;

    private static final String READ = "challenge.file-read";

    private final ChallengeTable table;
    private final Parts parts;
    private final EvidenceFiles files;
    private final Ledger ledger;

    @Inject
    Evidence(ChallengeTable table, Parts parts, EvidenceFiles files, Ledger ledger) {
        this.table = table;
        this.parts = parts;
        this.files = files;
        this.ledger = ledger;
    }

    /** A file with what is in it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Fetched(EvidenceFile file, byte[] content) {
        @Override
        public String toString() {
            return "Fetched[" + file + "]";
        }
    }

    /**
     * All of one challenge, as they were given; of those that are gone, that they were there.
     *
     * @throws Mistake NOT_FOUND for whoever has no part in it
     */
    public List<EvidenceFile> of(Actor actor, UUID challenge) {
        var one = table.find(challenge).orElseThrow(Mistake::notFound);
        return mayRead(parts.required(actor, one, READ), one) ? files.about(one.id()) : List.of();
    }

    /** One, to be taken away: that somebody did is in the ledger before they have it. */
    public Optional<Fetched> fetch(Actor actor, UUID challenge, int number) {
        var one = table.find(challenge).filter(any -> mayRead(actor, any));
        return one.flatMap(any -> files.find(any.id(), number))
                .flatMap(file -> files.open(file).map(content -> new Fetched(file, content)))
                .map(fetched -> {
                    ledger.write(FileEvent.read(actor, one.orElseThrow()));
                    return fetched;
                });
    }

    /**
     * Takes one back that was added to what is not sent yet.
     *
     * @throws Mistake NOT_FOUND where there is none, or it is sent
     */
    public void remove(Actor actor, UUID draft, int number) {
        var one = table.find(draft).orElseThrow(Mistake::notFound);
        parts.required(actor, one, "challenge.file-removed");
        if (one.state() != State.DRAFT || !table.move(one, one) || !files.forget(one.id(), number))
            throw Mistake.notFound();
        ledger.write(FileEvent.removed(actor, one));
    }

    private boolean mayRead(Actor actor, Challenge one) {
        return mayRead(parts.asked(actor, one, READ), one);
    }

    private static boolean mayRead(Set<Who> parts, Challenge one) {
        return parts.contains(Who.RAISER)
                || parts.contains(Who.OWNER)
                || (parts.contains(Who.SERVICE) && one.appealed());
    }
}
