package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;

/** Who is looking, as far as this request knows. */
@Named
@RequestScoped
public class Visitor {
    private @Nullable Actor actor;

    void is(Actor signedIn) {
        actor = signedIn;
    }

    /** Whoever is signed in. */
    public Optional<Actor> actor() {
        return Optional.ofNullable(actor);
    }

    /** The learner; only pages under /learner/ ask, and the filter lets nobody else there. */
    Actor.Learner learner() {
        if (actor instanceof Actor.Learner learner) return learner;
        throw Mistake.of(Mistake.Kind.NOT_SIGNED_IN, "not-signed-in");
    }

    public boolean isSignedIn() {
        return actor != null;
    }

    public boolean isLearner() {
        return actor instanceof Actor.Learner;
    }
}
