package org.openplr.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The life of a challenge: what the table says, and nothing else. */
class LifeTest {
    /** Written a second time and in another order, by state: who, what, what comes of it. */
    private static final String SAID = """
        DRAFT: RAISER raise RAISED, RAISER postpone WAITING
        WAITING: RAISER withdraw WITHDRAWN, CLOCK raise RAISED, CLOCK arrive CLOSED
        RAISED: RAISER give RAISED, RAISER withdraw WITHDRAWN, OWNER acknowledge ACKNOWLEDGED, OWNER pass-on RAISED, SERVICE pass-on RAISED
        ACKNOWLEDGED: RAISER give ACKNOWLEDGED, RAISER withdraw WITHDRAWN, OWNER take-up WITH_OWNER, OWNER ask EVIDENCE_ASKED, OWNER extend ACKNOWLEDGED, OWNER pass-on RAISED, OWNER uphold UPHELD, OWNER uphold-partly PARTLY_UPHELD, OWNER reject NOT_UPHELD, SERVICE pass-on RAISED
        WITH_OWNER: RAISER give WITH_OWNER, RAISER withdraw WITHDRAWN, OWNER ask EVIDENCE_ASKED, OWNER extend WITH_OWNER, OWNER pass-on RAISED, OWNER uphold UPHELD, OWNER uphold-partly PARTLY_UPHELD, OWNER reject NOT_UPHELD, SERVICE pass-on RAISED
        EVIDENCE_ASKED: RAISER give WITH_OWNER, RAISER withdraw WITHDRAWN, OWNER uphold UPHELD, OWNER uphold-partly PARTLY_UPHELD, OWNER reject NOT_UPHELD
        UPHELD: CLOCK close CLOSED
        PARTLY_UPHELD: RAISER appeal APPEALED, CLOCK close CLOSED
        NOT_UPHELD: RAISER appeal APPEALED, CLOCK close CLOSED
        APPEALED: RAISER give APPEALED, RAISER withdraw WITHDRAWN, SERVICE uphold CLOSED, SERVICE uphold-partly CLOSED, SERVICE reject CLOSED
        WITHDRAWN:
        CLOSED:
        """;

    @Test
    void ofAllCombinationsThoseOfTheTableAreTakenAndAllOthersAreRefused() {
        var taken = new ArrayList<String>();
        var refused = 0;
        for (var state : State.values())
            for (var step : Step.values())
                for (var who : Who.values()) {
                    var next = Life.next(state, step, who);
                    if (next.isPresent()) taken.add(state + ": " + who + " " + step.text() + " " + next.get());
                    else refused++;
                }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(said());
        assertThat(taken).hasSize(Life.lines().size());
        assertThat(refused)
                .isEqualTo(State.values().length * Step.values().length * Who.values().length - taken.size());
    }

    private static List<String> said() {
        var all = new ArrayList<String>();
        for (var line : SAID.lines().toList()) {
            var colon = line.indexOf(':');
            for (var one : line.substring(colon + 1).split(",", -1))
                if (!one.isBlank()) all.add(line.substring(0, colon) + ": " + one.strip());
        }
        return all;
    }

    @Test
    void nothingIsDoneToWhatIsOver() {
        for (var who : Who.values()) {
            assertThat(Life.open(State.CLOSED, Set.of(who))).isEmpty();
            assertThat(Life.open(State.WITHDRAWN, Set.of(who))).isEmpty();
        }
    }

    @Test
    void anAppealIsMadeOnceForNothingLeadsBackToAnAnswerOfTheOwner() {
        assertThat(Life.lines().stream().filter(line -> line.startsWith("APPEALED")))
                .noneMatch(line -> line.endsWith("UPHELD"));
    }

    @Test
    void whoeverOwnsTheDataNeverDecidesAnAppeal() {
        for (var step : Step.values())
            assertThat(Life.next(State.APPEALED, step, Who.OWNER)).isEmpty();
    }
}
