package org.openplr.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openplr.record.EventKind;
import org.openplr.record.LearningEvent;

class ScopeTest {
    private final List<LearningEvent> record = new Canaries(1).record().events();
    private final Scope usual = Purpose.EMPLOYER.usualScope();

    @Test
    void everythingShowsTheKindsOfTheRecordAndALiveOneWhateverMayCome() {
        var achieved = record.stream()
                .filter(event -> event.kind() == EventKind.ACHIEVEMENT)
                .toList();

        assertThat(Scope.all().kindsOf(achieved)).containsExactly(EventKind.ACHIEVEMENT);
        assertThat(Scope.all().living(true).kindsOf(achieved)).containsExactlyInAnyOrder(EventKind.values());
        assertThat(usual.living(true).kindsOf(achieved)).isEqualTo(usual.kinds());
    }

    @Test
    void chosenEventsShowTheirKinds() {
        assertThat(Scope.all()
                        .only(Set.of(id(EventKind.PARTICIPATION)))
                        .living(true)
                        .kindsOf(record))
                .containsExactly(EventKind.PARTICIPATION);
    }

    @Test
    void theLeastOfEverythingIsTheUsualAsLiveAsItWas() {
        assertThat(Scope.all().least(usual, record)).isEqualTo(usual);
        assertThat(Scope.all().living(true).least(usual, record)).isEqualTo(usual.living(true));
    }

    @Test
    void theLeastOfAChoiceIsWhatIsUsualOfIt() {
        var course = id(EventKind.PARTICIPATION);
        var award = id(EventKind.ACHIEVEMENT);
        var chosen = Scope.all().only(Set.of(course, award)).showing(Set.of(IdentityField.ULN));

        assertThat(chosen.least(usual, record)).isEqualTo(Scope.all().only(Set.of(award)));
        assertThat(Scope.all().only(Set.of(course)).least(usual, record)).isEqualTo(usual);
    }

    private UUID id(EventKind kind) {
        return record.stream()
                .filter(event -> event.kind() == kind)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
