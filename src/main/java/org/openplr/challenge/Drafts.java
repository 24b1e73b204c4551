package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.openplr.evidence.EvidenceFiles;
import org.openplr.platform.Forgets;
import org.openplr.platform.Service;

/** Drafts are forgotten after a day, with the files that were added to them. */
@Service
class Drafts implements Forgets {
    static final Duration LIFE = Duration.ofDays(1);

    private final ChallengeTable table;
    private final EvidenceFiles files;
    private final InstantSource clock;

    @Inject
    Drafts(ChallengeTable table, EvidenceFiles files, InstantSource clock) {
        this.table = table;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public int forget() {
        var gone = table.forgetDrafts(clock.instant().minus(LIFE).truncatedTo(ChronoUnit.MILLIS));
        gone.forEach(files::forget);
        return gone.size();
    }
}
