package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.openplr.organisation.Application;
import org.openplr.organisation.Applications;
import org.openplr.organisation.Proposals;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Mistake;

/** An organisation with a UKPRN applies to join. */
@Named
@RequestScoped
public class JoinOrganisationPage {
    @Inject
    private Applications applications;

    @Inject
    private Client client;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private String ukprn = "";
    private String name = "";
    private String contact = "";
    private String email = "";
    private String telephone = "";
    private String signatory = "";
    private String position = "";
    private String done = "";
    private List<String> roles = List.of();

    /** Sends it to those who run the service. */
    public void apply() throws IOException {
        var number = Ukprn.parse(ukprn);
        var address = EmailAddress.parse(email);
        if (number.isEmpty()) faults.at("ukprn", "fault.ukprn-invalid");
        needs("name", name);
        needs("contact", contact);
        if (address.isEmpty()) faults.at("email", "fault.email-invalid");
        if (roles.isEmpty()) faults.at("roles", "apply.missing.roles");
        needs("signatory", signatory);
        needs("position", position);
        if (faults.isAny()) return;
        try {
            applications.apply(
                    new Actor.Checker(name.strip(), "", client.digest()),
                    new Application.Wanted(
                            number.orElseThrow(),
                            name,
                            contact,
                            address.orElseThrow(),
                            telephone,
                            PeopleOf.roles(roles),
                            signatory,
                            position));
            answer.redirect("/join/organisation?done=applied");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    private void needs(String field, String typed) {
        if (typed.isBlank()) faults.at(field, "apply.missing." + field);
    }

    public List<String> getAllRoles() {
        return NewClientPage.texts(Proposals.roles());
    }

    public boolean isApplied() {
        return done.equals("applied") && !faults.isAny();
    }

    public String getDone() {
        return done;
    }

    public void setDone(String done) {
        this.done = done;
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

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getTelephone() {
        return telephone;
    }

    public void setTelephone(String telephone) {
        this.telephone = telephone;
    }

    public String getSignatory() {
        return signatory;
    }

    public void setSignatory(String signatory) {
        this.signatory = signatory;
    }

    public String getPosition() {
        return position;
    }

    public void setPosition(String position) {
        this.position = position;
    }

    public List<String> getRoles() {
        return List.copyOf(roles);
    }

    public void setRoles(List<String> roles) {
        this.roles = List.copyOf(roles);
    }
}
