package org.openplr.share;

import jakarta.inject.Inject;
import java.util.List;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.party.Actor;
import org.openplr.platform.Service;

/** The door for apps that a learner allowed: each look is counted, in the ledger, and shows what any share shows. */
@Service
public class AppLooks {
    private final Grants grants;
    private final Organisations organisations;
    private final Answering answering;

    @Inject
    AppLooks(Grants grants, Organisations organisations, Answering answering) {
        this.grants = grants;
        this.organisations = organisations;
        this.answering = answering;
    }

    /**
     * Looks once.
     *
     * @return shown, ended, or refused as if it were not there
     */
    public Opened open(Actor.App app) {
        var name = organisations
                .find(app.organisation())
                .map(Organisation::name)
                .orElse(app.organisation().digits());
        var viewer = new Viewer.Allowed(app, name);
        var found = grants.find(app.permission());
        if (found.isEmpty()) return answering.refuse(viewer, found, "unknown");
        return found.get().isForAppOf(app.organisation())
                ? answering.proven(found.get(), viewer, List.of())
                : answering.refuse(viewer, found, "not-for-them");
    }
}
