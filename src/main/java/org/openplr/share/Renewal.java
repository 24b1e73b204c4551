package org.openplr.share;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/**
 * A new end for a share, by the rules of its purpose and the age of its learner.
 *
 * @param now the moment it is set
 * @param expires the new end
 */
record Renewal(Instant now, Instant expires) {
    /**
     * The end a learner asks for, or the usual one of the purpose.
     *
     * @throws Mistake UNPROCESSABLE where it is past or too far
     */
    static Renewal of(Purpose purpose, LongestShare longest, @Nullable Instant asked, Instant now) {
        var end = asked == null ? now.plus(Duration.ofDays(longest.usual(purpose))) : asked;
        if (!end.isAfter(now)) throw Mistake.unprocessable(Fault.at("/expires", "expires-past"));
        if (end.isAfter(longest.latestEnd(now)))
            throw Mistake.unprocessable(Fault.at("/expires", "expires-too-late", Integer.toString(longest.days())));
        return new Renewal(now, end);
    }
}
