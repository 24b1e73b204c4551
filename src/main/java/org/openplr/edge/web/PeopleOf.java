package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openplr.identity.People;
import org.openplr.identity.PeopleOutcome;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.party.Actor;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;

/**
 * What every page about the people of an organisation does first: finds the organisation, a super user's own or the one an
 * administrator asks for, or says there is no such page.
 */
abstract class PeopleOf {
    @Inject
    protected People people;

    @Inject
    protected Visitor visitor;

    @Inject
    protected Faults faults;

    @Inject
    protected Answer answer;

    @Inject
    protected HttpServletRequest request;

    @Inject
    private Organisations organisations;

    private String ukprn = "";

    /** The number at once: lists of a page are read before Faces has passed the address on. */
    @PostConstruct
    void read() {
        ukprn = parameter("ukprn");
    }

    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Says that there is no such page for whoever does not look after these people. */
    public void load() throws IOException {
        if (!isThere()) answer.notFound();
    }

    /** Whether the one who looks looks after these people: what depends on it is left out of a page otherwise. */
    public boolean isThere() {
        return asked().filter(number -> people.mayManage(who(), number)).isPresent();
    }

    private Optional<Ukprn> asked() {
        if (visitor.isAdministrator()) return Ukprn.parse(ukprn);
        return visitor.isOrganisation() ? Optional.of(visitor.organisationUser().organisation()) : Optional.empty();
    }

    Ukprn organisation() {
        return asked().orElseThrow(Mistake::notFound);
    }

    Actor who() {
        return visitor.session().actor();
    }

    /** The organisation's name. */
    public String getOrganisation() {
        return asked().flatMap(organisations::find).map(Organisation::name).orElse("");
    }

    /** Where these pages are for the one who looks. */
    public String getBase() {
        return visitor.isAdministrator() ? "/admin/people" : "/organisation/people";
    }

    /** How an address goes on after that: with the organisation, where it is not one's own. */
    public String getQuery() {
        return visitor.isAdministrator() ? "?ukprn=" + organisation() + "&" : "?";
    }

    public String getUkprn() {
        return ukprn;
    }

    public void setUkprn(String ukprn) {
        this.ukprn = ukprn;
    }

    /** What can be given, as roles are written. */
    public List<String> getGrantable() {
        return asked().map(people::grantable).map(NewClientPage::texts).orElse(List.of());
    }

    /** Whether nobody can be given a role because no agreement is live; some kinds of organisation never need one. */
    public boolean isWithoutAgreement() {
        return asked().filter(number -> people.grantable(number).isEmpty())
                .flatMap(organisations::find)
                .filter(found -> !found.kind().roles().isEmpty())
                .isPresent();
    }

    public List<String> texts(Set<Role> roles) {
        return NewClientPage.texts(roles);
    }

    static Set<Role> roles(Collection<String> texts) {
        return texts.stream().map(Role::parse).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /** Says what came of it, where nothing is to be shown once. */
    void told(PeopleOutcome outcome, String next) throws IOException {
        switch (outcome) {
            case PeopleOutcome.Done _, PeopleOutcome.Invited _ -> answer.redirect(next);
            case PeopleOutcome.NotFound _, PeopleOutcome.NotAllowed _ -> answer.notFound();
            case PeopleOutcome.Own _ -> faults.at("", "people.own");
            case PeopleOutcome.LastSuperUser _ -> faults.at("", "people.last-super");
        }
    }
}
