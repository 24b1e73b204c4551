package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Application;
import org.openplr.organisation.Applications;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.Organisations;
import org.openplr.platform.Mistake;

/** One application, for an administrator to make a proposal of, or to decline. */
@Named
@RequestScoped
public class ApplicationPage {
    @Inject
    private Applications applications;

    @Inject
    private Organisations organisations;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String id = "";
    private String reason = "";
    private @Nullable Application application;

    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
    }

    /** Says that there is no such page where there is no such application. */
    public void load() throws IOException {
        if (!isThere()) answer.notFound();
    }

    public boolean isThere() {
        return known().isPresent();
    }

    private Optional<Application> known() {
        if (application == null && visitor.isAdministrator())
            application = OneShare.uuid(id)
                    .flatMap(found -> applications.find(visitor.administrator(), found))
                    .orElse(null);
        return Optional.ofNullable(application);
    }

    public void decline() throws IOException {
        try {
            if (applications.decline(visitor.administrator(), getApplication().id(), reason))
                answer.redirect("/admin/proposals?done=declined");
            else faults.at("", "proposal.decided");
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    public Application getApplication() {
        return known().orElseThrow(Mistake::notFound);
    }

    /** The register's own word on the number that was given, or null. */
    public @Nullable Organisation getRegistered() {
        return organisations.find(getApplication().wanted().ukprn()).orElse(null);
    }

    public List<String> getRoles() {
        return NewClientPage.texts(getApplication().wanted().roles());
    }

    public boolean isWaiting() {
        return getApplication().state() == Application.State.WAITING;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
