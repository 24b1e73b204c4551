package org.openplr.app;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openplr.audit.Basis;
import org.openplr.audit.LedgerEvent;
import org.openplr.audit.Outcome;
import org.openplr.party.Actor;
import org.openplr.party.Uln;

/** What happened between a learner and an app, besides what happens to their share. */
record AppEvent(
        Actor actor,
        Optional<Uln> subject,
        String what,
        Basis basis,
        Outcome outcome,
        String reason,
        Optional<UUID> about)
        implements LedgerEvent {
    private static final String TOKEN = "app.token";

    static AppEvent declined(Actor.Learner learner, App app) {
        return new AppEvent(
                learner,
                Optional.of(learner.uln()),
                "app.declined",
                Basis.OWN,
                Outcome.ALLOWED,
                "",
                Optional.of(app.client().id()));
    }

    /** That an app got a token is about no learner: what it does with it is. */
    static AppEvent token(Actor.App app) {
        return new AppEvent(
                app, Optional.empty(), TOKEN, Basis.SERVICE, Outcome.ALLOWED, "", Optional.of(app.permission()));
    }

    static AppEvent refused(Actor.App app, String reason) {
        return new AppEvent(
                app, Optional.empty(), TOKEN, Basis.SERVICE, Outcome.REFUSED, reason, Optional.of(app.permission()));
    }

    @Override
    public String purpose() {
        return "";
    }

    @Override
    public List<String> fields() {
        return List.of();
    }

    @Override
    public String proof() {
        return actor instanceof Actor.App ? "registered" : "account";
    }
}
