package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openplr.organisation.Organisation;
import org.openplr.organisation.OrganisationStatus;
import org.openplr.organisation.Organisations;

/** The provider register, for those who run the service: also those that are deactivated. */
@Named
@RequestScoped
public class OrganisationsPage {
    @Inject
    private Organisations organisations;

    @Inject
    private Visitor visitor;

    private String text = "";
    private String status = "";
    private @Nullable List<Organisation> found;

    /** By number, or by words of the name; at most 100. */
    public List<Organisation> getFound() {
        var known = found;
        if (known == null) {
            known = organisations.search(visitor.administrator(), text, chosen());
            found = known;
        }
        return known;
    }

    private Optional<OrganisationStatus> chosen() {
        return OrganisationStatus.parse(status);
    }

    public List<String> getStatuses() {
        return Stream.concat(
                        Stream.of(""),
                        Arrays.stream(OrganisationStatus.values()).map(OrganisationStatus::code))
                .toList();
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "").strip();
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = Objects.requireNonNullElse(status, "");
    }
}
