package org.openplr.audit;

import java.util.stream.Collectors;
import org.openplr.party.Actor;
import org.openplr.party.Role;

/**
 * An actor as the ledger keeps one.
 *
 * @param reference the account's id, or a checker's client digest; never shown to other people
 * @param organisation a UKPRN, the id of a recipient, what a checker typed, or empty
 * @param name what a checker typed, the roles of an organisation's user, the name of a helper, a system or an app, or empty
 */
record WhoActed(String kind, String reference, String organisation, String name) {
    static WhoActed of(Actor actor) {
        return switch (actor) {
            case Actor.Learner learner ->
                new WhoActed("learner", learner.account().toString(), "", "");
            case Actor.Helper helper -> new WhoActed("helper", helper.account().toString(), "", helper.name());
            case Actor.Person person -> new WhoActed("person", person.account().toString(), "", "");
            case Actor.OrganisationUser user ->
                new WhoActed(
                        "organisation-user",
                        user.account().toString(),
                        user.organisation().digits(),
                        user.roles().stream().sorted().map(Role::text).collect(Collectors.joining(" ")));
            case Actor.RecipientUser user ->
                new WhoActed(
                        "recipient-user",
                        user.account().toString(),
                        user.recipient().toString(),
                        "");
            case Actor.Checker checker ->
                new WhoActed("checker", checker.client(), checker.organisation(), checker.name());
            case Actor.App app ->
                new WhoActed("app", app.client().toString(), app.organisation().digits(), app.name());
            case Actor.Administrator administrator ->
                new WhoActed("administrator", administrator.account().toString(), "", "");
            case Actor.System system -> new WhoActed("system", "", "", system.name());
        };
    }
}
