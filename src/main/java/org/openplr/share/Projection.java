package org.openplr.share;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.platform.Part;
import org.openplr.record.KnownVersion;
import org.openplr.record.PersonalRecord;
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

    /**
     * What is shown, and the version of the whole record it was made from.
     *
     * @param corrections what of it was corrected since it was fixed; of a live share nothing is
     */
    record Projected(SharedRecord record, String recordVersion, List<Correction> corrections) {}

    /** What this grant shows now. */
    Projected of(Grant grant) {
        var learner = learner(grant);
        if (grant.scope().live()) return projected(grant, learner, records.of(learner), List.of());
        var moment = grant.createdAt();
        var compared = records.compared(learner, moment);
        var corrections =
                Projector.corrections(compared.then(), moment, compared.now(), grant.scope(), grant.onChallenge());
        return projected(grant, learner, compared.then(), corrections);
    }

    private static Projected projected(
            Grant grant, Learner learner, PersonalRecord record, List<Correction> corrections) {
        return new Projected(
                Projector.project(learner, record, grant.scope(), grant.onChallenge()), record.version(), corrections);
    }

    /** What of that which this grant showed at a moment is otherwise now. */
    List<Correction> since(Grant grant, Instant seen) {
        var known = grant.scope().live() ? seen : grant.createdAt();
        var compared = records.compared(learner(grant), known, seen);
        return Projector.corrections(compared.then(), seen, compared.now(), grant.scope(), grant.onChallenge());
    }

    /** Since when something of that is otherwise; empty where nothing is. */
    Optional<Instant> otherwiseSince(Grant grant, Instant seen) {
        var known = grant.scope().live() ? seen : grant.createdAt();
        var learner = learner(grant);
        return since(grant, seen).stream()
                .flatMap(one -> firstOtherwise(records.history(learner, one.event()), known, grant.scope()))
                .min(Comparator.naturalOrder());
    }

    private static Stream<Instant> firstOtherwise(List<KnownVersion> history, Instant known, Scope scope) {
        var was = history.stream()
                .filter(version -> !version.from().isAfter(known))
                .reduce((_, later) -> later);
        return was.stream()
                .flatMap(shown -> history.stream()
                        .filter(version -> version.number() > shown.number())
                        .filter(version ->
                                version.withdrawn() || Projector.isOtherwise(shown.event(), version.event(), scope)))
                .map(KnownVersion::from)
                .limit(1);
    }

    private Learner learner(Grant grant) {
        return learners.find(grant.uln())
                .orElseThrow(() -> new IllegalStateException("a grant without a learner: " + grant.id()));
    }

    /** What an offer would show if it were made now. */
    SharedRecord of(Learner learner, ShareOffer offer) {
        return Projector.project(learner, records.of(learner), offer.scope(), offer.onChallenge());
    }
}
