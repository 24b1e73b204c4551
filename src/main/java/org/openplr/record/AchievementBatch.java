package org.openplr.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.Ledger;
import org.openplr.learner.Verified;
import org.openplr.party.Actor;
import org.openplr.platform.Ids;
import org.openplr.platform.Mistake.Fault;
import org.openplr.qualification.Awardable;
import org.openplr.record.AchievementRules.Setting;

/** Achievements that are decided upon together and then written together: what becomes of each, by what is known before. */
final class AchievementBatch {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final Actor.OrganisationUser user;
    private final String name;
    private final Map<EventVersions.Key, EventVersion> known;
    private final Ids ids;
    private final Instant now;
    private final LocalDate today;
    private final Set<EventVersions.Key> told = new HashSet<>();
    private final List<EventVersion> first = new ArrayList<>();
    private final List<EventVersions.Reasoned> next = new ArrayList<>();
    private final List<AchievementEvent> events = new ArrayList<>();

    /**
     * @param name of the organisation, as it stands in records
     * @param known the awards that stand already
     */
    AchievementBatch(
            Actor.OrganisationUser user,
            String name,
            Map<EventVersions.Key, EventVersion> known,
            Ids ids,
            Instant now) {
        this.user = user;
        this.name = name;
        this.known = known;
        this.ids = ids;
        this.now = now;
        this.today = LocalDate.ofInstant(now, UK);
    }

    Maintained take(Achievement one, @Nullable Awardable awardable, @Nullable Verified verified) {
        var key = Maintaining.key(user, one);
        var before = known.get(key);
        var rejected = AchievementRules.rejected(one, new Setting(before, awardable, verified, today));
        if (rejected.isPresent()) return rejected.get();
        if (!told.add(key))
            return AchievementRules.rejected(Maintained.Kind.BUSINESS_RULE, Fault.at("reference", "twice-at-once"));
        return switch (one.action()) {
            case SUBMIT -> submit(one, key, before, Objects.requireNonNull(awardable));
            case WITHDRAW -> withdraw(one, Objects.requireNonNull(before), true);
            case REINSTATE -> withdraw(one, Objects.requireNonNull(before), false);
            case FINAL -> promote(Objects.requireNonNull(before));
        };
    }

    private Maintained submit(
            Achievement one, EventVersions.Key key, @Nullable EventVersion before, Awardable awardable) {
        var report = report(one, key, Objects.requireNonNull(one.made()), awardable);
        if (before == null) {
            var version = EventVersion.first(ids.next(), report, now);
            first.add(version);
            return noted(version, new Maintained.Created());
        }
        if (!before.isChangedBy(report)) return new Maintained.Unchanged();
        var promoted = isProvisional(before) && !one.made().provisional();
        return follow(before.next(report, now), "", promoted ? new Maintained.Promoted() : new Maintained.Updated());
    }

    private Maintained withdraw(Achievement one, EventVersion before, boolean withdrawn) {
        if (before.withdrawn() == withdrawn) return new Maintained.Unchanged();
        return follow(
                before.withdrawn(withdrawn, now),
                one.why(),
                withdrawn ? new Maintained.Withdrawn() : new Maintained.Reinstated());
    }

    private Maintained promote(EventVersion before) {
        if (!isProvisional(before)) return new Maintained.Unchanged();
        return follow(before.next(before.reported().asFinal(), now), "", new Maintained.Promoted());
    }

    private Maintained follow(EventVersion version, String why, Maintained outcome) {
        next.add(new EventVersions.Reasoned(version, why));
        return noted(version, outcome);
    }

    private Maintained noted(EventVersion version, Maintained outcome) {
        events.add(AchievementEvent.of(user, version.reported().uln(), outcome, version.id()));
        return outcome;
    }

    private ReportedEvent report(Achievement one, EventVersions.Key key, Achievement.Made made, Awardable awardable) {
        var provider = made.provider();
        var credits = made.credits() == null ? awardable.credits() : made.credits();
        return new ReportedEvent(
                key.source(),
                key.reference(),
                one.uln(),
                new LearningEvent.Subject(
                        awardable.code(), awardable.title(), awardable.type(), emptyToNull(awardable.level())),
                new LearningEvent.Award(made.on(), made.grade(), credits, emptyToNull(made.language())),
                new LearningEvent.Participation(null, null),
                new LearningEvent.Body(emptyToNull(name), user.organisation().digits()),
                new LearningEvent.Body(null, provider == null ? null : provider.digits()),
                new LearningEvent.Return(null, null, made.provisional() ? "P" : "F", "0"),
                false,
                today);
    }

    /** @param from where they came from, where nothing else is the reason */
    void write(EventVersions versions, Ledger ledger, String from) {
        var by = Recorder.of(user);
        if (!first.isEmpty()) versions.begin(first, by, from);
        versions.follow(
                next.stream()
                        .map(one -> one.why().isEmpty() ? one.because(from) : one)
                        .toList(),
                by);
        if (!events.isEmpty()) ledger.writeAll(events);
    }

    private static boolean isProvisional(EventVersion version) {
        return version.event(false).status() == EventStatus.PROVISIONAL;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
