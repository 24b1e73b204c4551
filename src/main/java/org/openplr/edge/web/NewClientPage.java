package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openplr.app.Apps;
import org.openplr.identity.ApiClient;
import org.openplr.identity.ApiClients;
import org.openplr.identity.ClientOutcome;
import org.openplr.identity.NewClient;
import org.openplr.party.Role;
import org.openplr.platform.Mistake;

/** Making a system, or an app that learners use: its name, what it may do, from where, until when, and its first key. */
@Named
@RequestScoped
public class NewClientPage {
    @Inject
    private ApiClients clients;

    @Inject
    private Apps apps;

    @Inject
    private ClientsPage page;

    @Inject
    private SecretPage secretPage;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private InstantSource clock;

    private String name = "";
    private List<String> roles = List.of();
    private String networks = "";
    private final DateParts expires = new DateParts();
    private final KeyChoice key = new KeyChoice();
    private final AppChoice app = new AppChoice();

    /** For super users; a year is proposed. */
    public void load() throws IOException {
        page.load();
        if (!expires.isBlank()) return;
        var inAYear = clock.instant().atZone(Words.UK).toLocalDate().plusYears(1);
        expires.set(inAYear);
    }

    /** Makes it; a secret of ours is this answer's, and stands nowhere else. */
    public String make() throws IOException {
        if (name.isBlank()) faults.at("name", "client.new.name-missing");
        if (expires.date().isEmpty()) faults.at("expires", "client.new.expires-invalid");
        app.check(faults);
        if (app.kind() != ApiClient.Kind.PUBLIC_APP) key.check(faults);
        if (faults.isAny()) return "";
        try {
            var who = visitor.organisationUser();
            return told(app.isApp() ? apps.register(who, app.app(wanted())) : clients.make(who, wanted()));
        } catch (Mistake mistake) {
            faults.from(mistake);
            return "";
        }
    }

    private String told(ClientOutcome outcome) throws IOException {
        switch (outcome) {
            case ClientOutcome.Done done -> {
                if (secretPage.shows(done)) return SecretPage.PLACE;
                answer.redirect("/organisation/client?id=" + done.client().id()
                        + (done.client().isApp() ? "&done=made-app" : "&done=made"));
            }
            case ClientOutcome.TooMany _ -> faults.at("", "client.too-many");
            case ClientOutcome.NotFound _, ClientOutcome.NotAllowed _ -> answer.notFound();
        }
        return "";
    }

    private NewClient wanted() {
        var chosen = roles.stream().map(Role::parse).flatMap(Optional::stream).collect(Collectors.toSet());
        var typed = Arrays.stream(networks.split("[\\s,;]+", -1))
                .filter(network -> !network.isEmpty())
                .toList();
        return new NewClient(app.kind(), name, app.isApp() ? Set.of() : chosen, typed, end(), key.publicKey());
    }

    /** The end of that day. */
    private Instant end() {
        return expires.date().orElseThrow().plusDays(1).atStartOfDay(Words.UK).toInstant();
    }

    /** What a system of this organisation may be given; none for an employer's. */
    public List<String> getGrantable() {
        return texts(clients.grantable(visitor.organisationUser()));
    }

    static List<String> texts(Set<Role> roles) {
        return roles.stream().sorted().map(Role::text).toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<String> getRoles() {
        return List.copyOf(roles);
    }

    public void setRoles(List<String> roles) {
        this.roles = List.copyOf(roles);
    }

    public String getNetworks() {
        return networks;
    }

    public void setNetworks(String networks) {
        this.networks = networks;
    }

    public DateParts getExpires() {
        return expires;
    }

    public AppChoice getApp() {
        return app;
    }

    public KeyChoice getKey() {
        return key;
    }
}
