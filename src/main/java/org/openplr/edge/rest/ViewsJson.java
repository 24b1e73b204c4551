package org.openplr.edge.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.LedgerEntry;
import org.openplr.audit.Outcome;
import org.openplr.share.ShareView;
import org.openplr.share.ViewReceipt;

/** Who looked at a share, and who was refused; newest first. */
public record ViewsJson(List<ViewJson> items, List<RefusalJson> refusals) {
    /** One counted view. */
    public record ViewJson(
            UUID id,
            Instant at,
            Who who,
            String purpose,
            String recordVersion,

            @JsonRawValue @Schema(implementation = ViewReceipt.class)
            String receipt) {}

    /** One refusal, with the reason that the refused were not told. */
    public record RefusalJson(Instant at, Who who, String purpose, String reason) {}

    /**
     * Who it was.
     *
     * @param ukprn of a registered organisation whose user it was
     * @param recipient the id of one of the register of recipients, whose user it was
     * @param proof {@code registered}, {@code confirmed} or {@code typed}, or {@code account} of another learner: how sure we are
     */
    public record Who(
            String organisation,
            String name,
            @Nullable String ukprn,
            @Nullable String recipient,
            @Nullable String email,
            String proof) {}

    static ViewsJson of(List<ShareView> views, List<LedgerEntry> ledger, Map<String, String> names) {
        return new ViewsJson(
                views.stream().map(ViewsJson::view).toList(),
                ledger.stream()
                        .filter(entry -> entry.outcome() == Outcome.REFUSED)
                        .map(entry -> refusal(entry, names))
                        .toList());
    }

    private static ViewJson view(ShareView view) {
        var who = new Who(
                view.organisation(),
                view.name(),
                view.ukprn(),
                view.recipient() == null ? null : view.recipient().toString(),
                view.email(),
                view.proof());
        return new ViewJson(view.id(), view.at(), who, view.purpose(), view.recordVersion(), view.receipt());
    }

    private static RefusalJson refusal(LedgerEntry entry, Map<String, String> names) {
        var by = ActivityJson.Who.of(entry, names);
        var who = new Who(by.organisation(), by.name(), by.ukprn(), by.recipient(), null, by.proof());
        return new RefusalJson(entry.at(), who, entry.purpose(), entry.reason());
    }
}
