package org.openplr.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.openplr.testing.Browser;
import org.openplr.testing.DemoAccount;
import org.openplr.testing.Server;
import org.openplr.testing.Told;
import org.openplr.testing.Visitor;
import org.openplr.testing.Visitor.Manner;

/** The person of Harrowmere College who looks after its systems, in front of a browser; every page is looked at. */
final class SuperUser implements AutoCloseable {
    private final Visitor visitor;

    SuperUser(Server server, Manner manner) {
        this.visitor = Browser.visitor(server, manner);
        visitor.go("/sign-in");
        visitor.fill("username", "registrar");
        visitor.fill("password", DemoAccount.of("registrar").password());
        visitor.press("continue");
        assertThat(visitor.page().url()).endsWith("/organisation/");
    }

    Visitor visitor() {
        return visitor;
    }

    /** Opens the form for a new system, as it is found from the organisation's page. */
    void begin(String name) {
        visitor.go("/organisation/");
        visitor.look("organisation");
        visitor.page().locator("#main a[href='/organisation/clients']").click();
        visitor.look("clients");
        visitor.page().locator("#main a[href='/organisation/clients/new']").click();
        visitor.look("client-new");
        visitor.fill("name", name);
        visitor.choose("roles", "registration-batch");
    }

    /** Makes a system with a secret and stops at the page that tells it; the secret. */
    String withSecret(String name) {
        begin(name);
        visitor.choose("kind", "secret");
        visitor.press("make");
        visitor.look("client-secret");
        return secret();
    }

    String secret() {
        var secret = visitor.page().locator("#secret-text").textContent().strip();
        Told.secret(secret);
        return secret;
    }

    /** Makes a system with a public key; its client id. */
    String withKey(String name, String jwk) {
        begin(name);
        paste(jwk);
        visitor.press("make");
        visitor.look("client-made");
        return visitor.page()
                .locator(".govuk-summary-list__value")
                .nth(1)
                .textContent()
                .strip();
    }

    void paste(String jwk) {
        visitor.choose("kind", "public");
        visitor.page().locator("#main textarea[name='jwk']").fill(jwk);
    }

    @Override
    public void close() {
        visitor.close();
    }
}
