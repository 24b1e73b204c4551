package org.openplr.share;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;

/**
 * One grant, as the database had it when it was read. Its counters and its end are moved by conditional updates in SQL
 * ({@link Turnstile}), never through this object: 200 openers at once have to meet one row, not 200 copies.
 */
record Grant(
        UUID id,
        UUID lineage,
        Uln uln,
        Purpose purpose,
        Recipient recipient,
        Scope scope,
        OnChallenge onChallenge,
        Language language,
        KeptSecrets secrets,
        @Nullable Integer maxViews,
        int views,
        @Nullable Instant lastLook,
        int tries,
        Instant createdAt,
        Instant expiresAt,
        LocalDate deleteBy,
        @Nullable Instant withdrawnAt,
        @Nullable Instant usedUpAt,
        @Nullable Instant lockedAt,
        long revision,
        String wording) {
    /** A new one, never opened. */
    static Grant of(UUID id, UUID lineage, Uln uln, ShareOffer offer, KeptSecrets secrets, Instant now) {
        return new Grant(
                id,
                lineage,
                uln,
                offer.purpose(),
                offer.recipient(),
                offer.scope(),
                offer.onChallenge(),
                offer.language(),
                secrets,
                offer.maxViews(),
                0,
                null,
                0,
                now,
                offer.expires(),
                offer.purpose().deleteBy(offer.expires()),
                null,
                null,
                null,
                1,
                Wording.of(offer.recipient()));
    }

    /** What it offered, with another end. */
    ShareOffer offer(Instant end) {
        return new ShareOffer(
                purpose, recipient, scope, end, maxViews, new SecondFactor.DateOfBirth(), onChallenge, language);
    }

    /** Whether it was granted to those for whom somebody acts. */
    boolean isFor(Actor.Addressee who) {
        return switch (who) {
            case Actor.OrganisationUser user ->
                recipient.kind() == Recipient.Kind.ORGANISATION
                        && user.organisation().equals(recipient.ukprn());
            case Actor.RecipientUser user ->
                recipient.kind() == Recipient.Kind.CONFIRMED && user.recipient().equals(recipient.id());
        };
    }

    /** Whether it was granted to an app of this organisation: nobody else of it may look. */
    boolean isForAppOf(Ukprn organisation) {
        return recipient.kind() == Recipient.Kind.APP && organisation.equals(recipient.ukprn());
    }

    /** The second factor as it is kept. */
    KeptFactor factor() {
        return secrets.factor();
    }

    /** What holds now, by the caller's clock: an opening asks the database's. */
    ShareState stateAt(Instant now) {
        if (withdrawnAt != null) return ShareState.WITHDRAWN;
        if (lockedAt != null) return ShareState.LOCKED;
        if (usedUpAt != null) return ShareState.USED_UP;
        return now.isBefore(expiresAt) ? ShareState.ACTIVE : ShareState.EXPIRED;
    }

    /** Since when it has not stood. */
    @Nullable
    Instant endedAt(Instant now) {
        return switch (stateAt(now)) {
            case WITHDRAWN -> withdrawnAt;
            case LOCKED -> lockedAt;
            case USED_UP -> usedUpAt;
            case EXPIRED -> expiresAt;
            case ACTIVE -> null;
        };
    }

    /** What its learner sees of it. */
    Share shown(Instant now) {
        return new Share(
                id,
                purpose,
                recipient,
                scope,
                onChallenge,
                language,
                factor().kind(),
                factor().onLink(),
                createdAt,
                expiresAt,
                deleteBy,
                stateAt(now),
                endedAt(now),
                views,
                lastLook,
                maxViews,
                tries,
                revision,
                wording);
    }

    @Override
    public String toString() {
        return "Grant[" + id + "]";
    }
}
