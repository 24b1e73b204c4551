package org.openplr.platform;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Everything that {@link Forgets}; one that cannot does not keep the others from it. */
@Part
class Forgetful {
    private static final Logger LOG = Logger.getLogger(Forgetful.class.getName());

    private final Iterable<Forgets> all;

    @Inject
    Forgetful(@Any Instance<Forgets> all) {
        this((Iterable<Forgets>) all);
    }

    Forgetful(Iterable<Forgets> all) {
        this.all = all;
    }

    /** Lets each of them forget; returns how many rows went. */
    int forget() {
        var gone = 0;
        for (var one : all)
            try {
                gone += one.forget();
            } catch (RuntimeException trouble) {
                LOG.log(Level.WARNING, "old rows cannot be forgotten; it is tried again", trouble);
            }
        return gone;
    }
}
