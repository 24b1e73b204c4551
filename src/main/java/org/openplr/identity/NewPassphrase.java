package org.openplr.identity;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.openplr.learner.Learners;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.platform.Part;

/** Whether somebody may choose a passphrase. */
@Part
class NewPassphrase {
    private final Learners learners;

    @Inject
    NewPassphrase(Learners learners) {
        this.learners = learners;
    }

    /** @throws Mistake UNPROCESSABLE where it breaks a rule, at {@code /passphrase} */
    void require(String passphrase, String username, Actor actor) {
        PassphraseRule.fault(passphrase, names(username, actor)).ifPresent(fault -> {
            throw Mistake.unprocessable(fault);
        });
    }

    private List<String> names(String username, Actor actor) {
        var names = new ArrayList<String>();
        names.add(username);
        if (actor instanceof Actor.Learner learner)
            learners.find(learner.uln()).ifPresent(known -> {
                names.add(known.givenName());
                names.add(known.familyName());
            });
        return names;
    }
}
