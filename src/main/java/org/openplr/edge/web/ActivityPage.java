package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
import org.openplr.platform.Mistake;

/** Everything that was done with a learner's record, in the two lists that are never mixed. */
@Named
@RequestScoped
public class ActivityPage {
    private static final int PAGE = 100;

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
    private @Nullable Activity page;

    public List<ActivityLines.Line> getShared() {
        return wanted().filter(l -> !l.byLaw() && l.ofShares()).toList();
    }

    /** Signing in and out, and whatever else is neither a share nor a look that the law allows. */
    public List<ActivityLines.Line> getOther() {
        return wanted().filter(l -> !l.byLaw() && !l.ofShares()).toList();
    }

    public List<ActivityLines.Line> getByLaw() {
        return wanted().filter(ActivityLines.Line::byLaw).toList();
    }

    /** Where the next, older page begins; empty on the last. */
    public String getNext() {
        return page().next().orElse("");
    }

    private Stream<ActivityLines.Line> wanted() {
        var since = days.matches("[0-9]{1,4}")
                ? clock.instant().minus(Duration.ofDays(Integer.parseInt(days)))
                : Instant.EPOCH;
        var wanted = who.strip().toLowerCase(Locale.ROOT);
        return lines.of(page().entries()).stream()
                .filter(l -> l.at().isAfter(since)
                        && l.who().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Activity page() {
        var known = page;
        if (known == null) {
            known = read();
            page = known;
        }
        return known;
    }

    /** The page of the cursor; of one that is none of ours, the first. */
    private Activity read() {
        var numbers = own.getLearner().numbers();
        try {
            return ledger.activity(numbers, Optional.of(from).filter(f -> !f.isEmpty()), PAGE);
        } catch (Mistake noCursor) {
            return ledger.activity(numbers, Optional.empty(), PAGE);
        }
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
