package org.openplr.edge.web;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake;
import org.openplr.share.Share;
import org.openplr.share.Shares;

/** What every page about one share does first: finds it, or says there is no such page. */
abstract class OneShare {
    @Inject
    protected Shares shares;

    @Inject
    protected Visitor visitor;

    @Inject
    protected Faults faults;

    @Inject
    protected Answer answer;

    private String id = "";
    private @Nullable Share share;

    /** Finds the share of the address. */
    public void load() throws IOException {
        share = uuid(id).flatMap(found -> shares.find(visitor.forLearner(), found))
                .orElse(null);
        if (share == null) answer.notFound();
    }

    public Share getShare() {
        var found = share;
        if (found == null) throw Mistake.notFound();
        return found;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
