package org.openplr.record;

import java.time.LocalDate;
import org.openplr.party.Uln;

/**
 * A learning event as a source reports it. Source and source reference say which event it is: the same pair again is
 * the same event, told again.
 *
 * @param source the code of the source: {@code AO}, {@code ILR}, {@code NPD}, {@code QCFU}, {@code HE}
 * @param sourceReference the source's own number for this event
 * @param loadedOn when the source's return was loaded; it is no content: the same event in a later return is no change
 */
public record ReportedEvent(
        String source,
        String sourceReference,
        Uln uln,
        LearningEvent.Subject subject,
        LearningEvent.Award award,
        LearningEvent.Participation participation,
        LearningEvent.Body awardingOrganisation,
        LearningEvent.Body provider,
        LearningEvent.Return collected,
        boolean underDataChallenge,
        LocalDate loadedOn,
        LearningEvent.Further further) {
    /** One of a source that tells no more than the LRS LearningEvent has. */
    public ReportedEvent(
            String source,
            String sourceReference,
            Uln uln,
            LearningEvent.Subject subject,
            LearningEvent.Award award,
            LearningEvent.Participation participation,
            LearningEvent.Body awardingOrganisation,
            LearningEvent.Body provider,
            LearningEvent.Return collected,
            boolean underDataChallenge,
            LocalDate loadedOn) {
        this(
                source,
                sourceReference,
                uln,
                subject,
                award,
                participation,
                awardingOrganisation,
                provider,
                collected,
                underDataChallenge,
                loadedOn,
                LearningEvent.Further.NOTHING);
    }

    /** The same, which may change no more. */
    ReportedEvent asFinal() {
        return new ReportedEvent(
                source,
                sourceReference,
                uln,
                subject,
                award,
                participation,
                awardingOrganisation,
                provider,
                new LearningEvent.Return(collected.collectionType(), collected.number(), "F", collected.restriction()),
                underDataChallenge,
                loadedOn,
                further);
    }

    @Override
    public String toString() {
        return "ReportedEvent[" + source + " " + sourceReference + "]";
    }
}
