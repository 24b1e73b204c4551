package org.openplr.audit;

import org.openplr.party.Actor;

/**
 * An actor as the ledger keeps one.
 *
 * @param reference the account's id, or a checker's client digest; never shown to other people
 */
record WhoActed(String kind, String reference, String organisation, String name) {
    static WhoActed of(Actor actor) {
        return switch (actor) {
            case Actor.Learner learner ->
                new WhoActed("learner", learner.account().toString(), "", "");
            case Actor.OrganisationUser user ->
                new WhoActed(
                        "organisation-user",
                        user.account().toString(),
                        user.organisation().digits(),
                        "");
            case Actor.Checker checker ->
                new WhoActed("checker", checker.client(), checker.organisation(), checker.name());
            case Actor.Administrator administrator ->
                new WhoActed("administrator", administrator.account().toString(), "", "");
            case Actor.System system -> new WhoActed("system", "", "", system.name());
        };
    }
}
