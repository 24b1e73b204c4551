package org.openplr.learner;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.openplr.audit.AuditFixtures;
import org.openplr.audit.Ledger;
import org.openplr.platform.Ids;
import org.openplr.platform.Sql;

/** The services of the learner register on one transaction. */
record Registry(Sql sql, Ledger ledger, InstantSource clock, Iterable<KeepsNumber> keepers) {
    Registry(EntityManager em, InstantSource clock) {
        this(new Sql(em), AuditFixtures.ledger(em, clock), clock, List.of());
    }

    private Ids ids() {
        return new Ids(clock, new SecureRandom());
    }

    Learners learners() {
        return new Learners(sql);
    }

    LearnerRegister register() {
        return new LearnerRegister(sql, new MatchKeyTable(sql), new LearnerVersions(sql), clock);
    }

    Marks marks() {
        return new Marks(sql, register(), clock);
    }

    Finds finds() {
        return new Finds(sql, clock, ids());
    }

    Quota quota() {
        return new Quota(sql, clock);
    }

    Finding finding() {
        return new Finding(new Candidates(sql), learners(), quota(), finds(), ledger);
    }

    Relationships relationships() {
        return new Relationships(sql, learners(), marks(), quota(), ledger, clock);
    }

    Registration registration() {
        return new Registration(
                new Registration.Parts(register(), new Issuing(sql, ids()), finds(), relationships(), quota()),
                new Registration.Repeats(sql, clock),
                new Candidates(sql),
                ledger,
                clock);
    }

    Verifying verifying() {
        return new Verifying(new Candidates(sql), new NamedLearners(sql), quota(), ledger);
    }

    Relating relating() {
        return new Relating(relationships(), learners(), quota(), ledger);
    }

    Keeping keeping() {
        return new Keeping(register(), learners(), relationships(), new LearnerVersions(sql), ledger);
    }

    NumberKeeping numbers() {
        var links = new NumberKeeping.Links(
                sql,
                new LearnerLinks(sql, learners(), marks(), clock),
                new MatchKeyTable(sql),
                new LearnerVersions(sql),
                marks(),
                new NumberKeeping.Chance(clock, ids()));
        return new NumberKeeping(register(), learners(), links, keepers, ledger);
    }

    Sensitivity sensitivity() {
        return new Sensitivity(learners(), marks(), ledger, clock);
    }
}
