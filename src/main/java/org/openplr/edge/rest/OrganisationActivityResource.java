package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.DeedKind;
import org.openplr.audit.Deeds;
import org.openplr.audit.Deeds.Deed;
import org.openplr.party.Right;
import org.openplr.platform.WrittenDate;

/** What the caller's organisation did, from the ledger. */
@Path("organisation/activity")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationActivityResource {
    private final Caller caller;
    private final Deeds deeds;

    @Inject
    public OrganisationActivityResource(Caller caller, Deeds deeds) {
        this.caller = caller;
        this.deeds = deeds;
    }

    /**
     * Something that was done, or was tried and refused.
     *
     * @param account of the person or the system that did it
     * @param roles that they had
     * @param what a stable code: {@code learner.found}
     * @param learner whose data, all but the last three digits of the number hidden; empty where it was nobody's
     * @param outcome {@code allowed} or {@code refused}
     * @param reason why it was refused; absent where it was not
     * @param fields the names of what was seen or changed
     */
    public record DeedJson(
            UUID id,
            Instant at,
            UUID account,
            List<String> roles,
            String what,
            String learner,
            String outcome,
            @Nullable String reason,
            List<String> fields) {
        static DeedJson of(Deed one) {
            var entry = one.entry();
            return new DeedJson(
                    entry.id(),
                    entry.at(),
                    one.account(),
                    entry.roles(),
                    entry.what(),
                    one.learner(),
                    entry.outcome().name().toLowerCase(Locale.ROOT),
                    entry.reason().isEmpty() ? null : entry.reason(),
                    entry.fields());
        }
    }

    /**
     * What the organisation's people and systems did, the newest first. A super user reads what all did, others what they did
     * themselves.
     *
     * @param account only what this person or system did
     * @param kind only deeds of this kind
     */
    @GET
    @Needs(Right.READ_DEEDS)
    public PageJson<DeedJson> all(
            @QueryParam("account") @DefaultValue("") String account,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("limit") @DefaultValue("") String limit) {
        var faults = new Faults();
        var which = DeedKind.parse(kind);
        if (which.isEmpty() && !kind.isEmpty()) faults.add("/kind", "unknown-value");
        var first = day(faults, "/from", from);
        var last = day(faults, "/to", to);
        faults.throwIfAny();
        var who = account.isEmpty() ? null : MySharesResource.id(account);
        var page = deeds.of(
                caller.organisation(),
                new Deeds.Wanted(who, which.orElse(null), first, last),
                Optional.of(cursor).filter(text -> !text.isEmpty()),
                PageJson.limit(limit));
        return new PageJson<>(
                page.deeds().stream().map(DeedJson::of).toList(), page.next().orElse(null));
    }

    private static @Nullable LocalDate day(Faults faults, String pointer, String text) {
        if (text.isEmpty()) return null;
        try {
            var day = WrittenDate.iso(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) return day;
            faults.add(pointer, "unknown-value");
        } catch (DateTimeException none) {
            faults.add(pointer, "unreadable");
        }
        return null;
    }
}
