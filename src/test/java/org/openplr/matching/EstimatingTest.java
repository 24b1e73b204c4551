package org.openplr.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.openplr.matching.MatchingFixtures.person;
import static org.openplr.matching.MatchingFixtures.weigh;

import org.junit.jupiter.api.Test;
import org.openplr.party.Gender;

class EstimatingTest {
    @Test
    void whatIsSeenOftenWeighsMoreAndWhatNeverIsStaysPossible() {
        var known = person("Emily", "Hartley", "2001-03-11", Gender.FEMALE, "LS6 2AB");
        var swapped = person("Emily", "Hartley", "2001-11-03", Gender.FEMALE, "LS6 2AB");
        var estimating = new Estimating(Weights.ours(), new ByChance(Weights.ours()));

        for (var i = 0; i < 500; i++) estimating.note(weigh(swapped, known));
        var learned = new Weights(estimating.table());

        assertThat(learned.level(Field.DATE_OF_BIRTH, Agreement.SWAPPED).same()).isGreaterThan(0.5);
        assertThat(learned.level(Field.DATE_OF_BIRTH, Agreement.DIFFERENT).same())
                .isPositive();
        assertThat(learned.level(Field.EMAIL, Agreement.EXACT).same())
                .isEqualTo(Weights.ours().level(Field.EMAIL, Agreement.EXACT).same());
        assertThat(learned.exact()).isEqualTo(Weights.ours().exact());
        var dates = learned.level(Field.DATE_OF_BIRTH, Agreement.EXACT).same()
                + learned.level(Field.DATE_OF_BIRTH, Agreement.SWAPPED).same()
                + learned.level(Field.DATE_OF_BIRTH, Agreement.TYPO).same()
                + learned.level(Field.DATE_OF_BIRTH, Agreement.NEAR).same()
                + learned.level(Field.DATE_OF_BIRTH, Agreement.DIFFERENT).same();
        assertThat(dates).isCloseTo(1, within(0.001));
    }
}
