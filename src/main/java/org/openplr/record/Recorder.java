package org.openplr.record;

import org.openplr.party.Actor;

/** Who recorded a version, as text: ids only, never a name or a ULN. */
final class Recorder {
    private Recorder() {}

    static String of(Actor actor) {
        return switch (actor) {
            case Actor.Learner learner -> "learner " + learner.account();
            case Actor.Helper helper -> "helper " + helper.account();
            case Actor.Person person -> "person " + person.account();
            case Actor.OrganisationUser user -> "organisation " + user.organisation() + " " + user.account();
            case Actor.App app -> "app " + app.client();
            case Actor.Checker checker -> "checker " + checker.client();
            case Actor.Administrator administrator -> "administrator " + administrator.account();
            case Actor.System system -> "system " + system.name();
        };
    }
}
