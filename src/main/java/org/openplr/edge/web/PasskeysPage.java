package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.openplr.identity.Passkey;
import org.openplr.identity.Passkeys;
import org.openplr.identity.ProofOutcome;
import org.openplr.platform.Mistake;

/** Adding a passkey, and removing one. */
@Named
@RequestScoped
public class PasskeysPage extends PasskeyAsking {
    @Inject
    private Passkeys passkeys;

    @Inject
    private RecoveryCodesPage recoveryCodes;

    @Inject
    private Words words;

    private String name = "";
    private String remove = "";

    /** Asks for a new one. */
    public void load() {
        ask(passkeys.ask(visitor.session()));
    }

    /** When one was made and last used; in here, because EL opens an Optional by itself and then finds no such property. */
    public String hint(Passkey passkey) {
        return words.of("passkeys.made", words.day(passkey.made())) + " "
                + passkey.used()
                        .map(used -> words.of("passkeys.used", words.moment(used)))
                        .orElseGet(() -> words.of("passkeys.unused"));
    }

    /** Takes the one that the browser made; recovery codes follow where there are none. */
    public String add() throws IOException {
        if (credential().isEmpty()) faults.at("name", "passkey.no-script");
        else
            try {
                var outcome = passkeys.add(visitor.session(), ticket(), credential(), name);
                if (outcome instanceof ProofOutcome.Proved(var secret)) {
                    cookie.drop(SessionCookie.PASSKEY);
                    cookie.renew(secret);
                    return recoveryCodes.afterSetup("passkey-added");
                }
                faults.at("name", "passkey.refused");
            } catch (Mistake mistake) {
                faults.from(mistake);
            }
        load();
        return "";
    }

    /** Removes the one that was chosen. */
    public void take() throws IOException {
        var chosen = OneShare.uuid(remove);
        if (chosen.isEmpty()) faults.at("remove", "passkeys.remove-missing");
        else {
            passkeys.remove(visitor.session(), chosen.get());
            answer.redirect("/account/?done=passkey-removed");
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getRemove() {
        return remove;
    }

    public void setRemove(String remove) {
        this.remove = remove;
    }
}
