package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationKind;
import org.openplr.organisation.Proposals;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;

/** Proposing a new organisation, or an agreement with one. */
@Named
@RequestScoped
public class NewProposalPage {
    @Inject
    private Proposals proposals;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private String ukprn = "";
    private String name = "";
    private String kind = "";
    private String town = "";
    private String country = "";
    private String reason = "";
    private List<String> roles = List.of();

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
        if (faults.isAny()) return;
        try {
            proposals.agreement(visitor.administrator(), number.orElseThrow(), PeopleOf.roles(roles), reason);
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

    public List<String> getAllRoles() {
        return NewClientPage.texts(Proposals.roles());
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

    public List<String> getRoles() {
        return List.copyOf(roles);
    }

    public void setRoles(List<String> roles) {
        this.roles = List.copyOf(roles);
    }
}
