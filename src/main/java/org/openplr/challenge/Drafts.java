package org.openplr.challenge;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.openplr.platform.Forgets;
import org.openplr.platform.Service;

/** Drafts are forgotten after a day. */
@Service
class Drafts implements Forgets {
    static final Duration LIFE = Duration.ofDays(1);

    private final ChallengeTable table;
    private final InstantSource clock;

    @Inject
    Drafts(ChallengeTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public int forget() {
        return table.forgetDrafts(clock.instant().minus(LIFE).truncatedTo(ChronoUnit.MILLIS));
    }
}
