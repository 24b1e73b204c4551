package org.openplr.share;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.party.Uln;
import org.openplr.platform.UuidText;

/**
 * One grant in the database. Its counters and its end are moved by conditional updates in SQL ({@link Turnstile}),
 * never through this object: 200 openers at once have to meet one row, not 200 copies.
 */
@Entity
@Table(name = "share_grant")
class Grant {
    @Id
    @Convert(converter = UuidText.class)
    private UUID id;

    private String uln;

    @Convert(converter = UuidText.class)
    private UUID lineage;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "recipient_kind")
    private Recipient.Kind recipientKind;

    @Column(name = "recipient_name")
    private String recipientName;

    @Column(name = "recipient_ukprn")
    private @Nullable String recipientUkprn;

    @Column(name = "recipient_email")
    private @Nullable String recipientEmail;

    @Convert(converter = ScopeText.class)
    @Column(name = "scope_text")
    private Scope scope;

    @Enumerated(EnumType.STRING)
    @Column(name = "on_challenge")
    private OnChallenge onChallenge;

    @Enumerated(EnumType.STRING)
    @Column(name = "language_text")
    private Language language;

    @Enumerated(EnumType.STRING)
    @Column(name = "factor_kind")
    private SecondFactor.Kind factorKind;

    @Column(name = "factor_key")
    private String factorKey;

    @Column(name = "factor_digest")
    private String factorDigest;

    @SuppressWarnings("UnusedVariable") // it is found by it
    private String selector;

    @Column(name = "verifier_key")
    private String verifierKey;

    @Column(name = "verifier_digest")
    private String verifierDigest;

    @Column(name = "code_digest")
    private String codeDigest;

    @Column(name = "max_views")
    private @Nullable Integer maxViews;

    private int views;
    private int tries;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "delete_by")
    private LocalDate deleteBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "used_up_at")
    private @Nullable Instant usedUpAt;

    @Column(name = "locked_at")
    private @Nullable Instant lockedAt;

    private long revision;
    private String wording;

    protected Grant() {}

    Grant(UUID id, UUID lineage, Uln uln, ShareOffer offer, KeptSecrets secrets, Instant now) {
        this.id = id;
        this.lineage = lineage;
        this.uln = uln.digits();
        this.purpose = offer.purpose();
        this.recipientKind = offer.recipient().kind();
        this.recipientName = offer.recipient().name();
        var ukprn = offer.recipient().ukprn();
        this.recipientUkprn = ukprn == null ? null : ukprn.digits();
        this.recipientEmail = offer.recipient().email();
        this.scope = offer.scope();
        this.onChallenge = offer.onChallenge();
        this.language = offer.language();
        this.maxViews = offer.maxViews();
        this.createdAt = now;
        this.expiresAt = offer.expires();
        this.deleteBy = offer.purpose().deleteBy(offer.expires());
        this.wording = Wording.VERSION;
        this.revision = 1;
        this.factorKind = secrets.factor().kind();
        this.factorKey = secrets.factor().keyId();
        this.factorDigest = secrets.factor().digest();
        this.selector = secrets.selector();
        this.verifierKey = secrets.verifierKey();
        this.verifierDigest = secrets.verifierDigest();
        this.codeDigest = secrets.codeDigest();
    }

    /** What it offered, with another end. */
    ShareOffer offer(Instant end) {
        return new ShareOffer(
                purpose, recipient(), scope, end, maxViews, new SecondFactor.DateOfBirth(), onChallenge, language);
    }

    UUID id() {
        return id;
    }

    UUID lineage() {
        return lineage;
    }

    Uln uln() {
        return new Uln(uln);
    }

    Scope scope() {
        return scope;
    }

    OnChallenge onChallenge() {
        return onChallenge;
    }

    Purpose purpose() {
        return purpose;
    }

    Recipient recipient() {
        var ukprn = recipientUkprn == null ? null : new Ukprn(recipientUkprn);
        return new Recipient(recipientKind, recipientName, ukprn, recipientEmail);
    }

    /** The second factor as it is kept. */
    KeptFactor factor() {
        return new KeptFactor(factorKind, factorKey, factorDigest);
    }

    String verifierKey() {
        return verifierKey;
    }

    String verifierDigest() {
        return verifierDigest;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    LocalDate deleteBy() {
        return deleteBy;
    }

    long revision() {
        return revision;
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
                recipient(),
                scope,
                onChallenge,
                language,
                factorKind,
                createdAt,
                expiresAt,
                deleteBy,
                stateAt(now),
                endedAt(now),
                views,
                maxViews,
                tries,
                revision,
                wording);
    }
}
