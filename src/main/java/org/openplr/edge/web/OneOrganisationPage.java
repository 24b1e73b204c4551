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
import org.openplr.organisation.Agreement;
import org.openplr.organisation.Agreements;
import org.openplr.organisation.Proposals;
import org.openplr.organisation.ProviderDetails;
import org.openplr.organisation.ProviderRegister;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;

/** One organisation of the provider register: its details, what it was verified against, and its agreements. */
@Named
@RequestScoped
public class OneOrganisationPage {
    @Inject
    private ProviderRegister register;

    @Inject
    private Agreements agreements;

    @Inject
    private Proposals proposals;

    @Inject
    private Visitor visitor;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String ukprn = "";
    private @Nullable ProviderDetails details;
    private @Nullable List<Line> history;

    /**
     * An agreement and how it stands today.
     *
     * @param counts whether it is the one that counts
     * @param proposed whether administrators proposed it, and not an operator's file
     */
    public record Line(
            Agreement agreement, Agreement.State state, boolean counts, boolean proposed, List<String> roles) {}

    @PostConstruct
    void read() {
        ukprn = Objects.requireNonNullElse(request.getParameter("ukprn"), "");
    }

    /** Says that there is no such page where there is no such organisation. */
    public void load() throws IOException {
        if (!isThere()) answer.notFound();
    }

    public boolean isThere() {
        return known().isPresent();
    }

    private Optional<ProviderDetails> known() {
        if (details == null && visitor.isAdministrator())
            details = Ukprn.parse(ukprn)
                    .flatMap(number -> register.find(visitor.administrator(), number))
                    .orElse(null);
        return Optional.ofNullable(details);
    }

    public ProviderDetails getDetails() {
        return known().orElseThrow(Mistake::notFound);
    }

    /** Every agreement there was, the newest first. */
    public List<Line> getHistory() {
        var lines = history;
        if (lines == null) {
            var number = getDetails().organisation().ukprn();
            var counting = agreements.counting(number);
            lines = agreements.history(number).stream()
                    .map(one -> new Line(
                            one,
                            agreements.state(one),
                            counting.filter(one::equals).isPresent(),
                            proposals
                                    .find(visitor.administrator(), one.proposal())
                                    .isPresent(),
                            NewClientPage.texts(one.terms().roles())))
                    .toList();
            history = lines;
        }
        return lines;
    }

    /** How the agreement that counts stands: NONE where none has begun. */
    public String getStanding() {
        return getHistory().stream()
                .filter(Line::counts)
                .map(line -> line.state().name())
                .findFirst()
                .orElse("NONE");
    }

    /** Whether a new agreement with it can be proposed at all. */
    public boolean isOffered() {
        return getDetails().organisation().status().isOffered();
    }
}
