package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openplr.platform.Settings;
import org.openplr.share.Inbox;
import org.openplr.share.Opened;
import org.openplr.share.ReceivedShare;

/**
 * Opening a share that was granted to the visitor's organisation: first why, then the record.
 *
 * <p>The record is the answer of the form that says why, and no page that can be asked for.
 */
@Named
@RequestScoped
public class LookPage {
    private static final int LONGEST = 200;

    @Inject
    private Inbox inbox;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String reason = "";
    private boolean gone;
    private @Nullable ReceivedShare share;
    private Opened.@Nullable Shown shown;
    private Opened.@Nullable Ended ended;

    /** Finds the share of the address; another organisation's is no page. */
    public void load() throws IOException {
        share = OneShare.uuid(id)
                .flatMap(found -> inbox.find(visitor.addressee(), found))
                .orElse(null);
        if (share == null) refused();
    }

    /** Opens it, or looks again within the half hour. */
    public String open() throws IOException {
        if (reason.isBlank()) faults.at("reason", "check.reason-missing");
        else if (reason.strip().length() > LONGEST) faults.at("reason", "check.too-long", LONGEST);
        if (gone || faults.isAny()) return "";
        var found = OneShare.uuid(id);
        if (found.isEmpty()) return refused();
        var opened = inbox.open(
                visitor.addressee(), found.get(), reason.strip(), ViewingSession.read(request, settings.secure()));
        return switch (opened) {
            case Opened.Shown now -> {
                shown = now;
                ViewingSession.keep(request, answer.response(HttpServletResponse.class), now, settings.secure());
                yield "/organisation/record";
            }
            case Opened.Ended now -> {
                ended = now;
                answer.status(410);
                yield "/organisation/ended";
            }
            case Opened.Refused refused -> refused();
            case Opened.Throttled wait -> refused();
        };
    }

    /** The record's page asked for again, in the other language: it does not count. */
    public void again() throws IOException {
        if (shown != null) return;
        if (id.isEmpty() || reason.isBlank()) {
            answer.redirect("/organisation/shares");
            return;
        }
        var outcome = open();
        if (!outcome.isEmpty() && !outcome.equals("/organisation/record")) answer.show(outcome);
    }

    /** The receipt of the look, as a file: by then the record's page has been asked for {@link #again()}. */
    public String receipt() throws IOException {
        if (shown != null) {
            ReceiptDownload.send(shown.view(), shown.receipt(), answer.response(HttpServletResponse.class));
            answer.complete();
        }
        return "";
    }

    /** The page of an end that nobody met: the list. */
    public void endedOrBack() throws IOException {
        if (ended == null) answer.redirect("/organisation/shares");
    }

    private String refused() throws IOException {
        if (!gone) answer.notFound();
        gone = true;
        return "";
    }

    /** The share; none before it is found, when lists are read for the first time. */
    public @Nullable ReceivedShare getShare() {
        return share;
    }

    /** The record; none before it is opened, when lists are read for the first time. */
    public Opened.@Nullable Shown getShown() {
        return shown;
    }

    public Opened.@Nullable Ended getEnded() {
        return ended;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
