package org.openplr.edge.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learner;
import org.openplr.record.LearningEvent;
import org.openplr.record.PersonalRecord;

/**
 * A whole record as JSON, to keep or to bring elsewhere: every event as its source told it, with the names and values of the LRS
 * LearningEvent. What was not told is left out.
 */
final class RecordJson {
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private RecordJson() {}

    static String of(Learner learner, PersonalRecord record) {
        var events = Json.createArrayBuilder();
        record.events().forEach(event -> events.add(event(event)));
        var whole = Json.createObjectBuilder()
                .add("ULN", learner.uln().digits())
                .add("GivenName", learner.givenName())
                .add("FamilyName", learner.familyName())
                .add("DateOfBirth", learner.dateOfBirth().toString())
                .add("Version", record.version())
                .add("LearningEvents", events)
                .build();
        var text = new StringWriter();
        try (var writer = PRETTY.createWriter(text)) {
            writer.writeObject(whole);
        }
        return text.toString();
    }

    private static JsonObject event(LearningEvent event) {
        var json = Json.createObjectBuilder()
                .add("ID", event.id().toString())
                .add("ULN", event.uln().digits())
                .add("Source", event.source());
        told(json, "SubjectCode", event.subject().code());
        told(json, "Subject", event.subject().title());
        told(json, "QualificationType", event.subject().type());
        told(json, "Level", event.subject().levelText());
        told(json, "AchievementAwardDate", event.award().date());
        told(json, "Grade", event.award().grade());
        told(json, "Credits", event.award().credits());
        told(json, "LanguageForAssessment", event.award().language());
        told(json, "ParticipationStartDate", event.participation().start());
        told(json, "ParticipationEndDate", event.participation().end());
        told(json, "AwardingOrganisationName", event.awardingOrganisation().name());
        told(json, "AwardingOrganisationUkprn", event.awardingOrganisation().code());
        told(json, "AchievementProviderName", event.provider().name());
        told(json, "AchievementProviderUkprn", event.provider().code());
        told(json, "CollectionType", event.collected().collectionType());
        told(json, "ReturnNumber", event.collected().number());
        told(json, "Status", event.collected().status());
        told(json, "Restriction", event.collected().restriction());
        further(json, event.further());
        return json.add("UnderDataChallenge", event.underDataChallenge() ? "Y" : "N")
                .add("DateLoaded", event.loadedOn().toString())
                .build();
    }

    private static void further(JsonObjectBuilder json, LearningEvent.Further further) {
        var framework = further.framework();
        told(json, "AssessmentDate", further.assessedOn());
        told(json, "RetakeIndicator", further.retake());
        told(json, "FrameworkCode", framework == null ? null : framework.code());
        told(json, "FrameworkName", framework == null ? null : framework.name());
        told(json, "GradingType", further.gradingType());
        told(json, "Sensitive", further.sensitive() ? "Y" : null);
        told(json, "PartOf", further.partOf());
    }

    private static void told(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value instanceof Integer number) json.add(name, number);
        else if (value != null) json.add(name, value.toString());
    }
}
