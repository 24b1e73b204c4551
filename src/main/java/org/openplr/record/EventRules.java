package org.openplr.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake.Fault;

/** What the record takes from a source: everything that fits, odd or not; the fields' names are those of the LRS. */
final class EventRules {
    private record Limit(String field, int length, Function<ReportedEvent, @Nullable String> value) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("Source", 8, ReportedEvent::source),
            new Limit("SourceReference", 64, ReportedEvent::sourceReference),
            new Limit("SubjectCode", 20, e -> e.subject().code()),
            new Limit("Subject", 300, e -> e.subject().title()),
            new Limit("QualificationType", 100, e -> e.subject().type()),
            new Limit("Level", 40, e -> e.subject().levelText()),
            new Limit("Grade", 40, e -> e.award().grade()),
            new Limit("LanguageForAssessment", 40, e -> e.award().language()),
            new Limit(
                    "AwardingOrganisationName",
                    150,
                    e -> e.awardingOrganisation().name()),
            new Limit(
                    "AwardingOrganisationUkprn",
                    10,
                    e -> e.awardingOrganisation().code()),
            new Limit("AchievementProviderName", 150, e -> e.provider().name()),
            new Limit("AchievementProviderUkprn", 10, e -> e.provider().code()),
            new Limit("CollectionType", 10, e -> e.collected().collectionType()),
            new Limit("ReturnNumber", 10, e -> e.collected().number()),
            new Limit("Status", 20, e -> e.collected().status()),
            new Limit("Restriction", 20, e -> e.collected().restriction()),
            new Limit("RetakeIndicator", 10, e -> e.further().retake()),
            new Limit("FrameworkCode", 20, e -> framework(e, LearningEvent.Framework::code)),
            new Limit("FrameworkName", 150, e -> framework(e, LearningEvent.Framework::name)),
            new Limit("GradingType", 40, e -> e.further().gradingType()),
            new Limit("PartOf", 64, e -> e.further().partOf()));

    private static @Nullable String framework(
            ReportedEvent event, Function<LearningEvent.Framework, @Nullable String> what) {
        var framework = event.further().framework();
        return framework == null ? null : what.apply(framework);
    }

    private EventRules() {}

    /** Every fault there is; none where the event can be taken. */
    static List<Fault> faults(ReportedEvent event, Set<Uln> registered) {
        var faults = new ArrayList<Fault>();
        for (var limit : LIMITS) {
            var value = limit.value.apply(event);
            if (value != null && value.length() > limit.length)
                faults.add(Fault.at(limit.field, "too-long", Integer.toString(limit.length)));
        }
        if (!registered.contains(event.uln())) faults.add(Fault.at("ULN", "not-registered"));
        if (event.source().isBlank()) faults.add(Fault.at("Source", "missing"));
        if (event.sourceReference().isBlank()) faults.add(Fault.at("SourceReference", "missing"));
        if (event.subject().code() == null && event.subject().title() == null)
            faults.add(Fault.at("Subject", "missing"));
        var credits = event.award().credits();
        if (credits != null && credits < 0) faults.add(Fault.at("Credits", "negative"));
        var begun = event.participation().start();
        var ended = event.participation().end();
        if (begun != null && ended != null && ended.isBefore(begun))
            faults.add(Fault.at("ParticipationEndDate", "before-its-start"));
        return faults;
    }
}
