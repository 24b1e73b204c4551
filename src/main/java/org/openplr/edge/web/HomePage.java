package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Activity;
import org.openplr.audit.Ledger;
import org.openplr.identity.EmailAddresses;
import org.openplr.record.Entry;
import org.openplr.record.EventKind;
import org.openplr.share.Share;
import org.openplr.share.ShareState;
import org.openplr.share.Shares;

/** A learner's home: the record at a glance, what is shared now, what happened, what to do. */
@Named
@RequestScoped
public class HomePage {
    private static final Duration SOON = Duration.ofDays(3);
    private static final int SHOWN = 5;

    @Inject
    private Own own;

    @Inject
    private Visitor visitor;

    @Inject
    private Shares shares;

    @Inject
    private Ledger ledger;

    @Inject
    private EmailAddresses emails;

    @Inject
    private ActivityLines lines;

    @Inject
    private InstantSource clock;

    private @Nullable List<Entry> entries;
    private @Nullable List<Share> all;
    private @Nullable Boolean untold;
    private @Nullable Activity happened;
    private @Nullable List<ActivityLines.Line> news;
    private boolean stopped;

    public long getQualifications() {
        return count(EventKind.ACHIEVEMENT);
    }

    public long getUnits() {
        return count(EventKind.UNIT);
    }

    public long getCourses() {
        return count(EventKind.PARTICIPATION);
    }

    /** Credits of the units. */
    public int getCredits() {
        return lines().map(Entry::event)
                .filter(e -> e.kind() == EventKind.UNIT)
                .map(e -> e.award().credits())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The newest line of the record, none where it is empty. */
    public @Nullable RecordLine getNewest() {
        return entries().stream()
                .findFirst()
                .map(entry -> new RecordLine(entry.event()))
                .orElse(null);
    }

    public List<Share> getLive() {
        return all().stream().filter(Share::standing).toList();
    }

    /** The newest of what others did since the last visit; on the first visit, ever. */
    public List<ActivityLines.Line> getNews() {
        var known = news;
        if (known == null) {
            known = lines.of(happened().entries());
            news = known;
        }
        return known;
    }

    /** Whether they did more than that. */
    public boolean isMoreNews() {
        return happened().next().isPresent();
    }

    private Activity happened() {
        var known = happened;
        if (known == null) {
            var wanted = new Activity.Wanted(visitor.previousVisit().orElse(Instant.EPOCH), true);
            known = ledger.activity(own.getLearner().numbers(), wanted, Optional.empty(), SHOWN);
            happened = known;
        }
        return known;
    }

    public List<Share> getEndingSoon() {
        var soon = clock.instant().plus(SOON);
        return all().stream()
                .filter(s -> s.state() == ShareState.ACTIVE && s.expires().isBefore(soon))
                .toList();
    }

    public List<Share> getLocked() {
        return all().stream().filter(s -> s.state() == ShareState.LOCKED).toList();
    }

    /** Whether there is no address at which the learner is told. */
    public boolean isUntold() {
        var known = untold;
        if (known == null) {
            known = !visitor.isHelping() && emails.of(visitor.learner()).isEmpty();
            untold = known;
        }
        return known;
    }

    public boolean isNothingToDo() {
        return getEndingSoon().isEmpty() && getLocked().isEmpty() && !isUntold();
    }

    private long count(EventKind kind) {
        return lines().filter(line -> line.event().kind() == kind).count();
    }

    /** Each award once, however many sources tell it. */
    private Stream<Entry> lines() {
        return entries().stream().flatMap(Entry::withParts);
    }

    private List<Entry> entries() {
        var known = entries;
        if (known == null) {
            known = own.getRecord().entries();
            entries = known;
        }
        return known;
    }

    private List<Share> all() {
        var known = all;
        if (known == null) {
            known = visitor.isSharing() ? shares.of(visitor.forLearner()) : List.of();
            all = known;
        }
        return known;
    }

    public boolean isStopped() {
        return stopped;
    }

    public void setStopped(boolean stopped) {
        this.stopped = stopped;
    }
}
