package org.openplr.share;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.UuidText;

/** One counted view in the database. */
@Entity
@Table(name = "share_view")
class View {
    @Id
    @Convert(converter = UuidText.class)
    private UUID id;

    @Convert(converter = UuidText.class)
    @Column(name = "grant_id")
    private UUID grantId;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "viewer_organisation")
    private String organisation;

    @Column(name = "viewer_name")
    private String name;

    @Column(name = "viewer_email")
    private @Nullable String email;

    @Column(name = "viewer_purpose")
    private String purpose;

    @Column(name = "record_version")
    private String recordVersion;

    @Column(name = "session_digest")
    private String sessionDigest;

    @Column(name = "session_ends")
    private Instant sessionEnds;

    protected View() {}

    View(
            UUID id,
            UUID grantId,
            Instant seenAt,
            Viewer viewer,
            String recordVersion,
            String sessionDigest,
            Instant sessionEnds) {
        this.id = id;
        this.grantId = grantId;
        this.seenAt = seenAt;
        this.organisation = viewer.who().organisation();
        this.name = viewer.who().name();
        this.email = viewer.email();
        this.purpose = viewer.purpose();
        this.recordVersion = recordVersion;
        this.sessionDigest = sessionDigest;
        this.sessionEnds = sessionEnds;
    }

    UUID id() {
        return id;
    }

    Instant seenAt() {
        return seenAt;
    }

    ShareView shown() {
        return new ShareView(id, seenAt, organisation, name, email, purpose, recordVersion);
    }
}
