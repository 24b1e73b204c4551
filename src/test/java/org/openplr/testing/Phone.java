package org.openplr.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;

/** A phone that unlocks passkeys, inside the browser. */
public final class Phone {
    private final CDPSession devtools;
    private final JsonObject which = new JsonObject();

    private Phone(CDPSession devtools) {
        this.devtools = devtools;
    }

    /** A phone for whatever this page asks, that always says yes. */
    public static Phone in(Page page) {
        var phone = new Phone(page.context().newCDPSession(page));
        phone.devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (var able :
                List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation"))
            options.addProperty(able, true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        phone.which.add(
                "authenticatorId",
                phone.devtools
                        .send("WebAuthn.addVirtualAuthenticator", arguments)
                        .get("authenticatorId"));
        return phone;
    }

    /** It is lost, with every passkey on it. */
    public void forget() {
        devtools.send("WebAuthn.clearCredentials", which);
    }
}
