package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.share.Share;
import org.openplr.share.Shares;

/** All shares of a learner: those that stand, and those that have ended. */
@Named
@RequestScoped
public class SharesPage {
    @Inject
    private Shares shares;

    @Inject
    private Visitor visitor;

    private @Nullable List<Share> all;

    public List<Share> getLive() {
        return all().stream().filter(Share::standing).toList();
    }

    public List<Share> getEnded() {
        return all().stream().filter(s -> !s.standing()).toList();
    }

    private List<Share> all() {
        var known = all;
        if (known == null) {
            known = shares.of(visitor.forLearner());
            all = known;
        }
        return known;
    }
}
