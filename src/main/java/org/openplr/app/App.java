package org.openplr.app;

import java.util.List;
import org.openplr.identity.ApiClient;
import org.openplr.share.Purpose;

/**
 * An app that learners use.
 *
 * @param organisation the name of whose it is
 * @param purpose what learners share with it for
 * @param redirects where it takes them back
 */
public record App(ApiClient client, String organisation, Purpose purpose, List<String> redirects) {
    private static final int LONGEST_NAME = 200;

    public App {
        redirects = List.copyOf(redirects);
    }

    /** The app with its organisation, as a learner's share has it. */
    String fullName() {
        var whole = client.name() + " (" + organisation + ")";
        return whole.length() > LONGEST_NAME ? whole.substring(0, LONGEST_NAME - 1) + "…" : whole;
    }

    boolean takesBackTo(String address) {
        return redirects.stream().anyMatch(registered -> RedirectAddress.isOne(registered, address));
    }
}
