package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
        var nothing = Scope.all().only(Set.of(new java.util.UUID(1, 1)));

        var json = JSON.writeValueAsString(
                Projector.project(Canaries.LEARNER, canaries.record(), nothing, OnChallenge.SHOW));

        assertThat(json).isEqualTo("{\"events\":[]}");
    }
}
