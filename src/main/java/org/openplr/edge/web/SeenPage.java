package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.openplr.platform.Mistake;
import org.openplr.share.Correction;
import org.openplr.share.SharedRecord;

/** What the recipient of a share sees, shown to its learner. */
@Named
@RequestScoped
public class SeenPage extends OneShare {
    public SharedRecord getRecord() {
        return shares.preview(visitor.forLearner(), getShare().id()).orElseThrow(Mistake::notFound);
    }

    /** What whoever opens it is told of a share that is fixed: which of its lines were corrected since. */
    public List<Correction> getCorrections() {
        return shares.corrections(visitor.forLearner(), getShare().id()).orElse(List.of());
    }
}
