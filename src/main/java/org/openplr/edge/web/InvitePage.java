package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.openplr.identity.PeopleOutcome;
import org.openplr.platform.Mistake;

/** Inviting somebody to an organisation, role by role. */
@Named
@RequestScoped
public class InvitePage extends PeopleOf {
    @Inject
    private InvitedPage invited;

    private String name = "";
    private List<String> roles = List.of();

    /** Invites; the code is this answer's, and stands nowhere else. */
    public String invite() throws IOException {
        if (name.isBlank()) faults.at("name", "people.name-missing");
        if (faults.isAny()) return "";
        try {
            var outcome = people.invite(who(), organisation(), name, roles(roles));
            if (outcome instanceof PeopleOutcome.Invited made) return invited.shows(made, "");
            told(outcome, "");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
        return "";
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
}
