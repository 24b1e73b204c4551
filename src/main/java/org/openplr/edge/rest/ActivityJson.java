package org.openplr.edge.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.LedgerEntry;

/**
 * One thing that was done, tried or refused with a learner's data.
 *
 * @param what a stable code: {@code share.opened}
 * @param basis {@code own}, {@code share}, {@code law} or {@code service}
 * @param outcome {@code allowed} or {@code refused}
 * @param reason why it was refused; absent where it was not
 * @param fields the names of the fields that were disclosed or changed
 * @param share the share it was about
 */
public record ActivityJson(
        UUID id,
        Instant at,
        Who who,
        String what,
        String basis,
        String purpose,
        String outcome,
        @Nullable String reason,
        List<String> fields,
        @Nullable UUID share) {
    /**
     * Who it was.
     *
     * @param kind {@code learner}, {@code organisation-user}, {@code recipient-user}, {@code checker}, {@code app},
     *     {@code administrator} or {@code system}
     * @param name as typed, or the app's
     * @param ukprn of a registered organisation whose user it was
     * @param recipient the id of one of the register of recipients, whose user it was
     * @param roles that this user had
     * @param proof {@code typed}, {@code registered}, {@code confirmed}, {@code account} or empty: how sure we are
     */
    @Schema(name = "ActivityWho")
    public record Who(
            String kind,
            String organisation,
            String name,
            @Nullable String ukprn,
            @Nullable String recipient,
            @Nullable List<String> roles,
            String proof) {
        static Who of(LedgerEntry entry, Map<String, String> names) {
            var said = entry.organisation();
            var registered = entry.isByRegistered() || entry.isByApp();
            var known = registered || entry.isByRecipient();
            return new Who(
                    entry.actorKind(),
                    known ? names.getOrDefault(said, said) : said,
                    (known && !entry.isByApp()) || entry.isByStranger() ? "" : entry.name(),
                    registered ? said : null,
                    entry.isByRecipient() ? said : null,
                    entry.isByRegistered() ? entry.roles() : null,
                    entry.proof());
        }
    }

    /** @param names of organisations and recipients, by number and by id */
    static ActivityJson of(LedgerEntry entry, Map<String, String> names) {
        return new ActivityJson(
                entry.id(),
                entry.at(),
                Who.of(entry, names),
                entry.what(),
                entry.basis().name().toLowerCase(Locale.ROOT),
                entry.purpose(),
                entry.outcome().name().toLowerCase(Locale.ROOT),
                entry.reason().isEmpty() ? null : entry.reason(),
                entry.fields(),
                entry.what().startsWith("share.") ? entry.about().orElse(null) : null);
    }
}
