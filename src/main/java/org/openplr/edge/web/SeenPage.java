package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.openplr.platform.Mistake;
import org.openplr.share.SharedRecord;

/** What the recipient of a share sees, shown to its learner. */
@Named
@RequestScoped
public class SeenPage extends OneShare {
    public SharedRecord getRecord() {
        return shares.preview(visitor.forLearner(), getShare().id()).orElseThrow(Mistake::notFound);
    }
}
