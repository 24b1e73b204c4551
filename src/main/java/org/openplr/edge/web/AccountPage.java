package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.identity.EmailAddresses;
import org.openplr.identity.Passkey;
import org.openplr.identity.Passkeys;
import org.openplr.identity.SessionLine;
import org.openplr.identity.Sessions;
import org.openplr.identity.StepUp;
import org.openplr.identity.Strength;
import org.openplr.identity.Ways;
import org.openplr.party.Right;

/** How somebody signs in: everything that there is, with the way to change it. */
@Named
@RequestScoped
public class AccountPage {
    private static final Set<String> DONE = Set.of(
            "passphrase",
            "second-step-on",
            "second-step-off",
            "passkey-added",
            "passkey-removed",
            "ended",
            "others",
            "provider-added",
            "provider-removed",
            "claimed");

    @Inject
    private Visitor visitor;

    @Inject
    private StepUp stepUp;

    @Inject
    private Passkeys passkeys;

    @Inject
    private Sessions sessions;

    @Inject
    private Strength strength;

    @Inject
    private EmailAddresses emails;

    private @Nullable Ways ways;
    private String done = "";

    public String getUsername() {
        return visitor.session().username();
    }

    public Ways getWays() {
        var known = ways;
        if (known == null) {
            known = stepUp.ways(visitor.session());
            ways = known;
        }
        return known;
    }

    /** What whoever works for an organisation or runs the service has to do before anything else; the end of a key, or empty. */
    public String getNeeded() {
        return switch (strength.lack(visitor.session())) {
            case NOTHING -> "";
            case SECOND_FACTOR -> getWays().second() ? "use-second" : "second";
            case PASSKEY -> getWays().passkeys() > 0 ? "use-passkey" : "passkey";
        };
    }

    public List<Passkey> getPasskeys() {
        return passkeys.of(visitor.session());
    }

    public List<SessionLine> getSessions() {
        return sessions.of(visitor.session());
    }

    /** Whether messages may come to them. */
    public boolean isWritable() {
        return Right.CHANGE_ADDRESS.isOf(visitor.actor());
    }

    /** Where messages go, or empty. */
    public String getAddress() {
        return emails.of(visitor.actor()).map(box -> box.address().text()).orElse("");
    }

    /** Whether they may close it themselves; whoever helps somebody at the moment stops that first. */
    public boolean isClosing() {
        return Right.CLOSE_ACCOUNT.isOf(visitor.actor());
    }

    /** Which of the sessions is this one. */
    public UUID getMine() {
        return visitor.session().id();
    }

    /** What was done just now, or empty. */
    public String getDone() {
        return DONE.contains(done) ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }
}
