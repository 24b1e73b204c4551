package org.openplr.app;

import java.util.ArrayList;
import java.util.List;
import org.openplr.identity.NewClient;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;
import org.openplr.share.Purpose;

/**
 * An app that somebody wants learners to use.
 *
 * @param client what it is as a client of their organisation
 * @param purpose what learners share with it for: it bounds for how long they can
 * @param redirects where it takes them back, as typed
 */
public record NewApp(NewClient client, Purpose purpose, List<String> redirects) {
    private static final int REDIRECTS_AT_MOST = 10;

    public NewApp {
        redirects = List.copyOf(redirects);
    }

    /**
     * Insists on what can be registered.
     *
     * @throws Mistake UNPROCESSABLE with every fault
     */
    void insist() {
        var faults = new ArrayList<Fault>();
        if (redirects.isEmpty() || redirects.size() > REDIRECTS_AT_MOST)
            faults.add(Fault.at("redirects", "redirects-number", Integer.toString(REDIRECTS_AT_MOST)));
        redirects.stream()
                .filter(redirect -> !RedirectAddress.isFit(redirect))
                .findFirst()
                .ifPresent(unfit -> faults.add(Fault.at("redirects", "redirect-unfit")));
        if (purpose == Purpose.LEARNER) faults.add(Fault.at("purpose", "unknown-value"));
        if (!faults.isEmpty()) throw Mistake.unprocessable(faults);
    }
}
