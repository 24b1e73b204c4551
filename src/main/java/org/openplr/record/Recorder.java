package org.openplr.record;

import java.util.Optional;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;

/** Who recorded a version, as text: ids only, never a name or a ULN. */
final class Recorder {
    private static final String ORGANISATION = "organisation";

    private Recorder() {}

    /** The organisation that it says, where it was one. */
    static Optional<Ukprn> organisation(String recorder) {
        var words = recorder.split(" ", -1);
        return words.length > 1 && words[0].equals(ORGANISATION) ? Ukprn.parse(words[1]) : Optional.empty();
    }

    static String of(Actor actor) {
        return switch (actor) {
            case Actor.Learner learner -> "learner " + learner.account();
            case Actor.Helper helper -> "helper " + helper.account();
            case Actor.Person person -> "person " + person.account();
            case Actor.RecipientUser user -> "recipient " + user.account();
            case Actor.OrganisationUser user -> ORGANISATION + " " + user.organisation() + " " + user.account();
            case Actor.App app -> "app " + app.client();
            case Actor.Checker checker -> "checker " + checker.client();
            case Actor.Administrator administrator -> "administrator " + administrator.account();
            case Actor.System system -> "system " + system.name();
        };
    }
}
