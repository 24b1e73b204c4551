package org.openplr.share;

import jakarta.inject.Inject;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.platform.Part;
import org.openplr.record.Records;

/** Reads a learner's record and passes it through the {@link Projector}: for the recipient and for the preview alike. */
@Part
class Projection {
    private final Learners learners;
    private final Records records;

    @Inject
    Projection(Learners learners, Records records) {
        this.learners = learners;
        this.records = records;
    }

    /** What is shown, and the version of the whole record it was made from. */
    record Projected(SharedRecord record, String recordVersion) {}

    /** What this grant shows now. */
    Projected of(Grant grant) {
        var learner = learners.find(grant.uln())
                .orElseThrow(() -> new IllegalStateException("a grant without a learner: " + grant.id()));
        var record = grant.scope().live() ? records.of(learner) : records.asKnownAt(learner, grant.createdAt());
        return new Projected(Projector.project(learner, record, grant.scope(), grant.onChallenge()), record.version());
    }

    /** What an offer would show if it were made now. */
    SharedRecord of(Learner learner, ShareOffer offer) {
        return Projector.project(learner, records.of(learner), offer.scope(), offer.onChallenge());
    }
}
