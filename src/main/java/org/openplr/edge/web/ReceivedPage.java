package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Mistake;
import org.openplr.share.Inbox;
import org.openplr.share.ReceivedShare;
import org.openplr.share.ReceivedShares;

/** The shares that were granted to the visitor's organisation: how many are new, and the list. */
@Named
@RequestScoped
public class ReceivedPage {
    private static final int PAGE = 20;

    @Inject
    private Inbox inbox;

    @Inject
    private Visitor visitor;

    private String from = "";
    private @Nullable ReceivedShares page;
    private @Nullable Integer fresh;

    /** The organisation's name. */
    public String getOrganisation() {
        return inbox.organisation(visitor.addressee());
    }

    /** How many nobody of the organisation has opened yet. */
    public int getFresh() {
        var known = fresh;
        if (known == null) {
            known = inbox.fresh(visitor.addressee());
            fresh = known;
        }
        return known;
    }

    public List<ReceivedShare> getShares() {
        return page().items();
    }

    /** Where the next, older page begins; empty on the last. */
    public String getNext() {
        return page().next().orElse("");
    }

    private ReceivedShares page() {
        var known = page;
        if (known == null) {
            known = read();
            page = known;
        }
        return known;
    }

    /** The page of the cursor; of one that is none of ours, the first. */
    private ReceivedShares read() {
        var user = visitor.addressee();
        try {
            return inbox.list(user, Optional.of(from).filter(f -> !f.isEmpty()), PAGE);
        } catch (Mistake noCursor) {
            return inbox.list(user, Optional.empty(), PAGE);
        }
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
