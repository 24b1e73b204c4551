package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Ukprn;
import org.openplr.record.LearningEvent;

/**
 * One learning event, as the learner sees it.
 *
 * @param kind {@code achievement}, {@code unit} or {@code participation}
 * @param retake true where its source says so, else absent
 * @param grade absent where there is none, also where a provider returned the placeholder
 */
public record EventJson(
        UUID id,
        String source,
        String kind,
        Qualification qualification,
        @Nullable String grade,
        @Nullable Integer credits,
        @Nullable LocalDate awardedOn,
        @Nullable Participation participation,
        @Nullable Body awardingOrganisation,
        @Nullable Body provider,
        String status,
        boolean underDataChallenge,
        LocalDate loadedOn,
        @Nullable String language,
        @Nullable LocalDate assessedOn,
        @Nullable Boolean retake,
        @Nullable Framework framework,
        @Nullable String gradingType) {
    /** What it is an award of, or a course towards; the level as the source wrote it. */
    @Schema(name = "EventQualification")
    public record Qualification(
            @Nullable String reference,
            @Nullable String title,
            @Nullable String type,
            @Nullable String level) {}

    /** From when to when the learner took part. */
    @Schema(name = "EventParticipation")
    public record Participation(
            @Nullable LocalDate start, @Nullable LocalDate end) {}

    /** An apprenticeship framework or a programme that it was learnt within. */
    @Schema(name = "EventFramework")
    public record Framework(@Nullable String code, @Nullable String name) {
        static @Nullable Framework of(LearningEvent.@Nullable Framework framework) {
            return framework == null ? null : new Framework(framework.code(), framework.name());
        }
    }

    /** An organisation as it was reported. */
    @Schema(name = "EventBody")
    public record Body(@Nullable String name, @Nullable String ukprn) {
        static @Nullable Body of(LearningEvent.Body body) {
            var ukprn = body.ukprn().map(Ukprn::digits).orElse(null);
            return body.name() == null && ukprn == null ? null : new Body(body.name(), ukprn);
        }
    }

    static EventJson of(LearningEvent event) {
        var subject = event.subject();
        var took = event.participation();
        return new EventJson(
                event.id(),
                event.source(),
                event.kind().name().toLowerCase(Locale.ROOT),
                new Qualification(subject.code(), subject.title(), subject.type(), subject.levelText()),
                event.realGrade().orElse(null),
                event.award().credits(),
                event.award().date(),
                took.start() == null && took.end() == null ? null : new Participation(took.start(), took.end()),
                Body.of(event.awardingOrganisation()),
                Body.of(event.provider()),
                event.status().name(),
                event.underDataChallenge(),
                event.loadedOn(),
                event.award().language(),
                event.further().assessedOn(),
                event.isRetake() ? Boolean.TRUE : null,
                Framework.of(event.further().framework()),
                event.further().gradingType());
    }

    @Override
    public String toString() {
        return "EventJson[" + id + "]";
    }
}
