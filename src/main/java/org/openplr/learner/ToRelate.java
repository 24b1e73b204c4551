package org.openplr.learner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;

/**
 * Whom an organisation names by a file, and what it says they have to do with it.
 *
 * @param learner by number and names, and by the date of birth where one is given
 * @param until the last day that is planned; null where the row has none, which is a fault
 */
public record ToRelate(
        ToVerify learner,
        RelationKind kind,
        LocalDate from,
        @Nullable LocalDate until,
        RelationSource source,
        String evidence) {
    /** Whether it is them who are named, as a page would have it: by the family name that they had, too. */
    boolean means(Learner who) {
        return who.isCalled(learner.givenName(), learner.familyName())
                && (learner.dateOfBirth() == null || learner.dateOfBirth().equals(who.dateOfBirth()));
    }

    Relationship with(Ukprn organisation) {
        return new Relationship(learner.uln(), organisation, kind, from, until, source, evidence);
    }

    /** Evidence may name people. */
    @Override
    public String toString() {
        return "ToRelate[" + kind + "]";
    }
}
