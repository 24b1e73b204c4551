package org.openplr.share;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a learner offers: for whom, what, until when and how it is proven to be meant for them.
 *
 * @param purpose what for
 * @param recipient for whom
 * @param scope what
 * @param expires the moment it stops
 * @param maxViews how often it may be opened, or null for no limit
 * @param secondFactor how its recipient proves that it is meant for them
 * @param onChallenge what becomes of disputed items
 * @param language the learner's language
 */
public record ShareOffer(
        Purpose purpose,
        Recipient recipient,
        Scope scope,
        Instant expires,
        @Nullable Integer maxViews,
        SecondFactor secondFactor,
        OnChallenge onChallenge,
        Language language) {
    /** The same, to this recipient. */
    ShareOffer to(Recipient other) {
        return new ShareOffer(purpose, other, scope, expires, maxViews, secondFactor, onChallenge, language);
    }
}
