package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openplr.record.LearningEvent;
import org.openplr.record.PersonalRecord;

class ProjectorTest {
    private static final int SCOPES = 10_000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    @Test
    void noScopeShowsAValueOutsideItAndEveryScopeShowsAllInside() throws JsonProcessingException {
        var canaries = new Canaries(20261123);
        var shownAtAll = 0;

        for (var i = 0; i < SCOPES; i++) {
            var scope = canaries.scope();
            var onChallenge = canaries.onChallenge();
            var json =
                    JSON.writeValueAsString(Projector.project(Canaries.LEARNER, canaries.record(), scope, onChallenge));

            var expected = canaries.expected(scope, onChallenge);
            expected.hidden().forEach(hidden -> assertThat(json).doesNotContain(hidden));
            expected.shown().forEach(shown -> assertThat(json).contains(shown));
            shownAtAll += expected.shown().size();
        }

        assertThat(shownAtAll).as("scopes that show something").isGreaterThan(SCOPES * 10);
    }

    @Test
    void whatIsNotSharedLeavesNoTrace() throws JsonProcessingException {
        var canaries = new Canaries(1);
        var nothing = Scope.all().only(Set.of(new UUID(1, 1)));

        var json = JSON.writeValueAsString(
                Projector.project(Canaries.LEARNER, canaries.record(), nothing, OnChallenge.SHOW));

        assertThat(json).isEqualTo("{\"events\":[]}");
    }

    @Test
    void anAwardThatTwoSourcesTellIsShownOnceAsFarAsBothAreShared() {
        var board = told("AO", "A", "2018-08-16");
        var college = told("ILR", "B", "2018-07-31");
        var record = new PersonalRecord(List.of(board, college), "0".repeat(64));

        var both = project(record, Scope.all());
        var withoutGrades = project(
                record, new Scope(Set.of(), Set.of(), Set.of(), null, null, Set.of(), Set.of(LeftOut.GRADE), false));
        var one = project(record, Scope.all().only(Set.of(college.id())));

        assertThat(both.events()).hasSize(1);
        assertThat(both.events().getFirst().grade()).isEqualTo("A");
        assertThat(Objects.requireNonNull(both.events().getFirst().alsoTold()))
                .extracting(SharedRecord.Told::source, SharedRecord.Told::grade)
                .containsExactly(tuple("ILR", "B"));
        assertThat(Objects.requireNonNull(withoutGrades.events().getFirst().alsoTold())
                        .getFirst()
                        .grade())
                .isNull();
        assertThat(one.events().getFirst().grade()).isEqualTo("B");
        assertThat(one.events().getFirst().alsoTold())
                .as("no trace of the other")
                .isNull();
    }

    private static SharedRecord project(PersonalRecord record, Scope scope) {
        return Projector.project(Canaries.LEARNER, record, scope, OnChallenge.SHOW);
    }

    private static LearningEvent told(String source, String grade, String day) {
        return new LearningEvent(
                UUID.randomUUID(),
                Canaries.LEARNER.uln(),
                source,
                "test",
                new LearningEvent.Subject("60311642", "Mathematics", "GCE A level", "Level 3"),
                new LearningEvent.Award(LocalDate.parse(day), grade, null, null),
                new LearningEvent.Participation(null, null),
                new LearningEvent.Body(null, null),
                new LearningEvent.Body(null, null),
                new LearningEvent.Return(null, null, "F", null),
                false,
                LocalDate.parse(day),
                LearningEvent.Further.NOTHING);
    }
}
