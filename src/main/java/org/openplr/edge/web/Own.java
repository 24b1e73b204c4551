package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learner;
import org.openplr.learner.Learners;
import org.openplr.platform.Mistake;
import org.openplr.record.PersonalRecord;
import org.openplr.record.Records;

/** The signed-in learner and their record, each read once a request. */
@Named
@RequestScoped
public class Own {
    @Inject
    private Visitor visitor;

    @Inject
    private Learners learners;

    @Inject
    private Records records;

    private @Nullable Learner learner;
    private @Nullable PersonalRecord record;

    public Learner getLearner() {
        var known = learner;
        if (known == null) {
            known = learners.find(visitor.forLearner().uln()).orElseThrow(Mistake::notFound);
            learner = known;
        }
        return known;
    }

    public PersonalRecord getRecord() {
        var known = record;
        if (known == null) {
            known = records.of(getLearner());
            record = known;
        }
        return known;
    }

    /** First and last name. */
    public String getName() {
        return getLearner().givenName() + " " + getLearner().familyName();
    }

    boolean mayLook() {
        return getLearner().verification().isLevelOne();
    }
}
