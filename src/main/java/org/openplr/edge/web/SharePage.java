package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openplr.audit.Ledger;
import org.openplr.audit.LedgerEntry;
import org.openplr.share.ShareView;

/** One share: who, what, until, and every look and refusal. */
@Named
@RequestScoped
public class SharePage extends OneShare {
    @Inject
    private Ledger ledger;

    @Inject
    private ActivityLines lines;

    private String done = "";

    /** Everything that happened to it, newest first; the learner's own looks at this page are no news. */
    public List<ActivityLines.Line> getHistory() {
        return lines.of(
                ledger.about(getShare().id()).stream().filter(SharePage::isNews).toList());
    }

    /** The looks, newest first: each has a receipt. */
    public List<ShareView> getViews() {
        return shares.views(visitor.forLearner(), getShare().id()).orElse(List.of());
    }

    private static boolean isNews(LedgerEntry entry) {
        return !entry.what().endsWith("looked-at") || !entry.reason().isEmpty();
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return done.matches("stopped|end-changed") ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }
}
