package org.openplr.notification;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.openplr.learner.Sensitivity;
import org.openplr.platform.Service;
import org.openplr.share.SharesToTell;

/**
 * Reminds learners, hourly: three days before a share ends, and every 90 days of one that runs longer. Each pass looks
 * at the stretch of time that the one before did not reach, so that nothing is looked at twice. Administrators hear of looks
 * at protected learners. And it forgets what is done.
 */
@Service
class Reminding {
    static final Duration EVERY = Duration.ofHours(1);
    static final Duration BEFORE_END = Duration.ofDays(3);
    static final Duration KEPT = Duration.ofDays(30);

    private static final int STANDING_DAYS = 90;
    private static final int LONGEST_DAYS = 366;

    private final SharesToTell shares;
    private final Progress progress;
    private final Telling telling;
    private final Sensitivity sensitivity;
    private final InstantSource clock;

    @Inject
    Reminding(SharesToTell shares, Progress progress, Telling telling, Sensitivity sensitivity, InstantSource clock) {
        this.shares = shares;
        this.progress = progress;
        this.telling = telling;
        this.sensitivity = sensitivity;
        this.clock = clock;
    }

    void remind() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var last = progress.reminded();
        if (last.plus(EVERY).isAfter(now) || !progress.remind(last, now)) return;
        for (var share : shares.ending(last.plus(BEFORE_END), now.plus(BEFORE_END)))
            telling.tell(Occasion.ending(share, now), share);
        for (var times = 1; times * STANDING_DAYS <= LONGEST_DAYS; times++) standing(times, last, now);
        if (sensitivity.isLookedAt(last)) telling.alarm(now);
        telling.forget(now.minus(KEPT));
    }

    private void standing(int times, Instant last, Instant now) {
        var age = Duration.ofDays((long) times * STANDING_DAYS);
        for (var share : shares.made(last.minus(age), now.minus(age), now))
            telling.tell(Occasion.standing(share, times, now), share);
    }
}
