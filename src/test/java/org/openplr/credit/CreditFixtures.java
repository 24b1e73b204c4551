package org.openplr.credit;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.openplr.audit.AuditFixtures;
import org.openplr.learner.LearnerFixtures;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;
import org.openplr.qualification.QualificationFixtures;
import org.openplr.record.RecordFixtures;

/** Credit checks for tests. */
final class CreditFixtures {
    private CreditFixtures() {}

    static CreditChecks checks(EntityManager em, InstantSource clock) {
        return new CreditChecks(checking(em, clock));
    }

    static Checking checking(EntityManager em, InstantSource clock) {
        var sql = new Sql(em);
        return new Checking(
                LearnerFixtures.learners(em),
                RecordFixtures.records(em),
                QualificationFixtures.qualifications(em),
                new CreditLimits(sql, LearnerFixtures.quota(sql, clock), clock, new Ids(clock, new SecureRandom())),
                AuditFixtures.ledger(em, clock));
    }
}
