package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Activity;
import org.openplr.audit.Ledger;
import org.openplr.audit.LedgerEntry;
import org.openplr.platform.Mistake;

/** Everything that was done with a learner's record, in the two lists that are never mixed. */
@Named
@RequestScoped
public class ActivityPage {
    @Inject
    private Ledger ledger;

    @Inject
    private Own own;

    @Inject
    private ActivityLines lines;

    @Inject
    private InstantSource clock;

    private String days = "";
    private String who = "";
    private String from = "";
    private @Nullable ActivityStretch read;

    public List<ActivityLines.Line> getShared() {
        return lines().filter(l -> !l.byLaw() && l.ofShares()).toList();
    }

    /** Signing in and out, and whatever else is neither a share nor a look that the law allows. */
    public List<ActivityLines.Line> getOther() {
        return lines().filter(l -> !l.byLaw() && !l.ofShares()).toList();
    }

    public List<ActivityLines.Line> getByLaw() {
        return lines().filter(ActivityLines.Line::byLaw).toList();
    }

    /** Where the next, older page of the same filter is; empty on the last. */
    public String getOlder() {
        return read().next()
                .map(next -> "/learner/activity?from=" + next + "&days=" + encoded(days) + "&who=" + encoded(who))
                .orElse("");
    }

    /** Why a list is empty where that is not because nothing happened, as the end of a message's key. */
    public String getNone() {
        if (read().next().isPresent()) return "further";
        if (!from.isEmpty()) return "older";
        return days.isEmpty() && who.isBlank() ? "" : "filter";
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private Stream<ActivityLines.Line> lines() {
        return read().lines().stream();
    }

    private ActivityStretch read() {
        var known = read;
        if (known == null) {
            known = readOn();
            read = known;
        }
        return known;
    }

    /** From the cursor on; from one that is none of ours, from the first. */
    private ActivityStretch readOn() {
        try {
            return readOn(Optional.of(from).filter(f -> !f.isEmpty()));
        } catch (Mistake noCursor) {
            from = "";
            return readOn(Optional.empty());
        }
    }

    private ActivityStretch readOn(Optional<String> first) {
        var numbers = own.getLearner().numbers();
        var since = days.matches("[0-9]{1,4}")
                ? clock.instant().minus(Duration.ofDays(Integer.parseInt(days)))
                : Instant.EPOCH;
        var wanted = new Activity.Wanted(since, false);
        return ActivityStretch.read(
                first, next -> ledger.activity(numbers, wanted, next, ActivityStretch.PAGE), this::named);
    }

    /** The lines of those that are called as it is wanted. */
    private List<ActivityLines.Line> named(List<LedgerEntry> entries) {
        var wanted = who.strip().toLowerCase(Locale.ROOT);
        return lines.of(entries).stream()
                .filter(l -> l.who().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
