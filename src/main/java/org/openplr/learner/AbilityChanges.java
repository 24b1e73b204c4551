package org.openplr.learner;

import java.util.Map;
import java.util.Set;
import org.openplr.party.AbilityToShare;

/**
 * Which ability to share may follow which (WSRC0014). The real table is not known: this one is our own, and says that a notice
 * once seen stays seen, that nobody opts out any more, and that an old opt-out ends when the present notice was given.
 */
final class AbilityChanges {
    private static final Map<AbilityToShare, Set<AbilityToShare>> AFTER = Map.of(
            AbilityToShare.NOTICE_NOT_SEEN, Set.of(AbilityToShare.MAY_SHARE),
            AbilityToShare.MAY_SHARE, Set.of(),
            AbilityToShare.OPTED_OUT, Set.of(AbilityToShare.MAY_SHARE));

    private AbilityChanges() {}

    /** Whether it may be this after that; the same is no change. */
    static boolean allows(AbilityToShare before, AbilityToShare after) {
        return before == after || AFTER.getOrDefault(before, Set.of()).contains(after);
    }
}
