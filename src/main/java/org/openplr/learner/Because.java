package org.openplr.learner;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Actor;

/**
 * Who changes what the register says, and why.
 *
 * @param why a code or words, at most 250 characters
 */
public record Because(Actor actor, String why) {
    /** An importer, which has no reason but its file. */
    static final Because IMPORTED = new Because(new Actor.System("import"), "imported");

    /** Kind, account, organisation and reason, as the versions keep them. */
    List<@Nullable Object> values() {
        return switch (actor) {
            case Actor.ForLearner person -> Arrays.asList("learner", person.account(), null, why);
            case Actor.Person person -> Arrays.asList("person", person.account(), null, why);
            case Actor.RecipientUser user -> Arrays.asList("recipient", user.account(), null, why);
            case Actor.OrganisationUser user ->
                Arrays.asList(
                        "organisation", user.account(), user.organisation().digits(), why);
            case Actor.Administrator administrator ->
                Arrays.asList("administrator", administrator.account(), null, why);
            case Actor.App app -> Arrays.asList("app", null, app.organisation().digits(), why);
            case Actor.Checker _, Actor.System _ -> Arrays.asList("system", null, null, why);
        };
    }
}
