package org.openplr.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.openplr.party.Uln;
import org.openplr.testing.Database;
import org.openplr.testing.OnBothDatabases;

class LearnersTest {
    private static final Uln NOBODY = new Uln("1026893096");

    @OnBothDatabases
    void aNumberThatIsNobodysFindsNobody(Database db) {
        var found = db.call(em -> new Learners(em).find(NOBODY));
        var registered = db.call(em -> new Learners(em).registered(Set.of(NOBODY)));

        assertThat(found).isEmpty();
        assertThat(registered).isEmpty();
    }
}
