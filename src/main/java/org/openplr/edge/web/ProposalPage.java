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
import org.openplr.organisation.Proposal;
import org.openplr.organisation.ProposalOutcome;
import org.openplr.organisation.Proposals;
import org.openplr.platform.Mistake;

/** One proposal, for another administrator to decide. */
@Named
@RequestScoped
public class ProposalPage {
    @Inject
    private Proposals proposals;

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
    private @Nullable Proposal proposal;

    @PostConstruct
    void read() {
        id = Objects.requireNonNullElse(request.getParameter("id"), "");
    }

    /** Says that there is no such page where there is no such proposal. */
    public void load() throws IOException {
        if (!isThere()) answer.notFound();
    }

    public boolean isThere() {
        return known().isPresent();
    }

    private Optional<Proposal> known() {
        if (proposal == null && visitor.isAdministrator())
            proposal = OneShare.uuid(id)
                    .flatMap(found -> proposals.find(visitor.administrator(), found))
                    .orElse(null);
        return Optional.ofNullable(proposal);
    }

    public void approve() throws IOException {
        decide(true);
    }

    public void refuse() throws IOException {
        decide(false);
    }

    private void decide(boolean approved) throws IOException {
        var who = visitor.administrator();
        var which = getProposal().id();
        try {
            var outcome = approved ? proposals.approve(who, which, reason) : proposals.refuse(who, which, reason);
            switch (outcome) {
                case ProposalOutcome.Done done ->
                    answer.redirect("/admin/proposals?done=" + (approved ? "approved" : "refused"));
                case ProposalOutcome.Own own -> faults.at("", "proposal.own");
                case ProposalOutcome.Decided decided -> faults.at("", "proposal.decided");
                case ProposalOutcome.NotFound none -> answer.notFound();
            }
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    public Proposal getProposal() {
        return known().orElseThrow(Mistake::notFound);
    }

    public List<String> getRoles() {
        return NewClientPage.texts(getProposal().roles());
    }

    /** The kind of organisation it is about, as it is written; empty for a recipient. */
    public String getOrganisationKind() {
        var organisation = getProposal().organisation();
        return organisation == null ? "" : organisation.kind().text();
    }

    /** Whether it can still be decided. */
    public boolean isOpen() {
        return getProposal().state() == Proposal.State.OPEN;
    }

    /** Whether the one who looks proposed it. */
    public boolean isOwn() {
        return getProposal().proposedBy().equals(visitor.administrator().account());
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
