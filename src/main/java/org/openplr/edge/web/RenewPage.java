package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.openplr.platform.Mistake;

/** A new link and code for a share: the old ones stop. */
@Named
@RequestScoped
public class RenewPage extends OneShare {
    @Inject
    private DonePage done;

    /** Makes them; the secrets are this answer's. */
    public String renew() {
        try {
            done.show(shares.renew(visitor.forLearner(), getShare().id(), null, Optional.empty())
                    .orElseThrow(Mistake::notFound));
            return "/learner/share/done";
        } catch (Mistake mistake) {
            faults.from(mistake);
            return "";
        }
    }
}
