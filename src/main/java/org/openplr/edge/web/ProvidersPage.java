package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.openplr.edge.web.oidc.Provider;
import org.openplr.edge.web.oidc.Providers;
import org.openplr.identity.BoundProvider;
import org.openplr.identity.ProviderSignIn;

/** The identity providers there are: to sign in with, and those whose word opens one's own account. */
@Named
@RequestScoped
public class ProvidersPage {
    /** A provider with a button. */
    public record Choice(String id, String name, boolean silent) {}

    /** One whose word opens the account; its name is its address where it is not set any more. */
    public record Bound(UUID id, String name, String hint) {}

    @Inject
    private Providers providers;

    @Inject
    private ProviderSignIn signIn;

    @Inject
    private Visitor visitor;

    @Inject
    private Languages language;

    @Inject
    private Words words;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private String remove = "";

    /** For everybody. */
    public List<Choice> getForEverybody() {
        return choices(providers.all().stream()
                .filter(one -> one.settings().ukprn().isEmpty())
                .toList());
    }

    /** For the people of one organisation each. */
    public List<Choice> getForOrganisations() {
        return choices(providers.all().stream()
                .filter(one -> one.settings().ukprn().isPresent())
                .toList());
    }

    /** Whose word may open the account of whoever is signed in. */
    public List<Choice> getPossible() {
        return choices(providers.of(visitor.session().actor()));
    }

    /** Whose word proves again that it is them. */
    public List<Choice> getProving() {
        if (!visitor.isSignedIn()) return List.of();
        var bound =
                signIn.of(visitor.session()).stream().map(BoundProvider::issuer).toList();
        return choices(providers.of(visitor.session().actor()).stream()
                .filter(one -> bound.contains(one.settings().issuer()))
                .toList());
    }

    public List<Bound> getBound() {
        return signIn.of(visitor.session()).stream()
                .map(one -> new Bound(one.id(), name(one), hint(one)))
                .toList();
    }

    private String hint(BoundProvider bound) {
        return words.of("passkeys.made", words.day(bound.made())) + " "
                + bound.used()
                        .map(used -> words.of("passkeys.used", words.moment(used)))
                        .orElseGet(() -> words.of("passkeys.unused"));
    }

    private String name(BoundProvider bound) {
        return providers
                .ofIssuer(bound.issuer())
                .map(one -> one.name(language.isWelsh()))
                .orElse(bound.issuer());
    }

    private List<Choice> choices(List<Provider> some) {
        return some.stream()
                .map(one -> new Choice(one.settings().id(), one.name(language.isWelsh()), one.isSilent()))
                .toList();
    }

    /** From now on its word opens the account no more. */
    public void take() throws IOException {
        var chosen = OneShare.uuid(remove);
        if (chosen.isEmpty()) faults.at("remove", "providers.remove-missing");
        else {
            signIn.remove(visitor.session(), chosen.get());
            answer.redirect("/account/?done=provider-removed");
        }
    }

    public String getRemove() {
        return remove;
    }

    public void setRemove(String remove) {
        this.remove = remove;
    }
}
