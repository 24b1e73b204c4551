package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openplr.organisation.Agreement;
import org.openplr.organisation.Agreements;
import org.openplr.organisation.Application;
import org.openplr.organisation.Applications;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationKind;
import org.openplr.organisation.Organisations;
import org.openplr.organisation.Proposals;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;

/** Proposing a new organisation, or an agreement with one; filled in beforehand from an application, if there is one. */
@Named
@RequestScoped
public class NewProposalPage {
    @Inject
    private Proposals proposals;

    @Inject
    private Applications applications;

    @Inject
    private Organisations organisations;

    @Inject
    private Agreements agreements;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private InstantSource clock;

    private String ukprn = "";
    private String name = "";
    private String kind = "";
    private String town = "";
    private String country = "";
    private String reason = "";
    private String stage = "";
    private String application = "";
    private List<String> roles = List.of();
    private final DateParts from = new DateParts();
    private final DateParts until = new DateParts();

    /** What an application says already, or the agreement before; and today as the first day. */
    public void load() {
        asked().map(Application::wanted).ifPresent(wanted -> {
            if (ukprn.isEmpty()) ukprn = wanted.ukprn().digits();
            if (name.isEmpty()) name = wanted.name();
            if (roles.isEmpty()) roles = NewClientPage.texts(wanted.roles());
        });
        if (roles.isEmpty())
            Ukprn.parse(ukprn)
                    .flatMap(agreements::counting)
                    .ifPresent(
                            before -> roles = NewClientPage.texts(before.terms().roles()));
        if (from.isBlank()) from.set(clock.instant().atZone(Words.UK).toLocalDate());
        if (stage.isEmpty()) stage = Agreement.Stage.SANDBOX.name();
    }

    private Optional<Application> asked() {
        return OneShare.uuid(application).flatMap(id -> applications.find(visitor.administrator(), id));
    }

    /** Proposes the organisation. */
    public void organisation() throws IOException {
        var number = number();
        var chosen = OrganisationKind.parse(kind);
        if (chosen.isEmpty()) faults.at("kind", "proposal.kind-missing");
        if (faults.isAny()) return;
        try {
            var proposed = new Organisation(number.orElseThrow(), name, chosen.orElseThrow(), town, country);
            proposals.organisation(visitor.administrator(), proposed, reason);
            answer.redirect("/admin/proposals?done=made");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** Proposes the agreement. */
    public void agreement() throws IOException {
        var number = number();
        var chosen = Arrays.stream(Agreement.Stage.values())
                .filter(one -> one.name().equals(stage))
                .findFirst();
        if (chosen.isEmpty()) faults.at("stage", "proposal.stage-missing");
        if (from.date().isEmpty()) faults.at("from", "proposal.date-invalid");
        if (!until.isBlank() && until.date().isEmpty()) faults.at("until", "proposal.date-invalid");
        if (faults.isAny()) return;
        try {
            var terms = new Agreement.Terms(
                    PeopleOf.roles(roles),
                    chosen.orElseThrow(),
                    from.date().orElseThrow(),
                    until.date().orElse(null));
            proposals.agreement(
                    visitor.administrator(), number.orElseThrow(), terms, asked().map(Application::id), reason);
            answer.redirect("/admin/proposals?done=made");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private Optional<Ukprn> number() {
        var number = Ukprn.parse(ukprn);
        if (number.isEmpty()) faults.at("ukprn", "fault.ukprn-invalid");
        return number;
    }

    public List<String> getKinds() {
        return Arrays.stream(OrganisationKind.values())
                .map(OrganisationKind::text)
                .toList();
    }

    /** The roles that the organisation may hold, where it is known already which one it is. */
    public List<String> getAllRoles() {
        return NewClientPage.texts(Ukprn.parse(ukprn)
                .flatMap(organisations::find)
                .map(found -> found.kind().roles())
                .filter(some -> !some.isEmpty())
                .orElseGet(Proposals::roles));
    }

    public List<String> getStages() {
        return Arrays.stream(Agreement.Stage.values()).map(Enum::name).toList();
    }

    public String getUkprn() {
        return ukprn;
    }

    public void setUkprn(String ukprn) {
        this.ukprn = ukprn;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getTown() {
        return town;
    }

    public void setTown(String town) {
        this.town = town;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getStage() {
        return stage;
    }

    public void setStage(String stage) {
        this.stage = stage;
    }

    public String getApplication() {
        return application;
    }

    public void setApplication(String application) {
        this.application = application;
    }

    public List<String> getRoles() {
        return List.copyOf(roles);
    }

    public void setRoles(List<String> roles) {
        this.roles = List.copyOf(roles);
    }

    public DateParts getFrom() {
        return from;
    }

    public DateParts getUntil() {
        return until;
    }
}
