package org.openplr.organisation;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openplr.party.Role;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Part;

/** What a proposal has to keep to, when it is made and again when it is approved. */
@Part
class ProposalRules {
    private static final int LONGEST_REASON = 500;

    private final Organisations organisations;
    private final Agreements agreements;

    @Inject
    ProposalRules(Organisations organisations, Agreements agreements) {
        this.organisations = organisations;
        this.agreements = agreements;
    }

    Optional<Organisation> find(Ukprn number) {
        return organisations.find(number);
    }

    /** What is wrong with a proposal as things stand now; nothing may be. */
    List<Fault> faults(Proposal proposal) {
        var organisation = proposal.organisation();
        var terms = proposal.terms();
        if (organisation == null) return List.of();
        return terms == null ? faults(organisation) : faults(organisation.ukprn(), terms);
    }

    List<Fault> faults(Organisation proposed) {
        var faults = new ArrayList<Fault>();
        if (proposed.name().isBlank()) faults.add(Fault.at("name", "missing"));
        else tooLong("name", proposed.name(), 150).ifPresent(faults::add);
        tooLong("town", proposed.town(), 100).ifPresent(faults::add);
        tooLong("country", proposed.country(), 60).ifPresent(faults::add);
        if (find(proposed.ukprn()).isPresent()) faults.add(Fault.at("ukprn", "organisation-known"));
        return faults;
    }

    List<Fault> faults(Ukprn number, Agreement.Terms terms) {
        var organisation = find(number);
        if (organisation.isEmpty()) return List.of(Fault.at("ukprn", "organisation-unknown"));
        var faults = new ArrayList<Fault>();
        if (!organisation.get().status().isOffered()) faults.add(Fault.at("ukprn", "organisation-deactivated"));
        var beyond = new TreeSet<>(terms.roles());
        beyond.removeAll(organisation.get().kind().roles());
        if (!beyond.isEmpty())
            faults.add(Fault.at(
                    "roles", "role-not-of-kind", beyond.stream().map(Role::text).collect(Collectors.joining(", "))));
        if (terms.until() != null && terms.until().isBefore(terms.from()))
            faults.add(Fault.at("until", "dates-reversed"));
        stage(number, terms).ifPresent(faults::add);
        return faults;
    }

    /** The sandbox comes first, and nobody who is live goes back there. */
    private Optional<Fault> stage(Ukprn number, Agreement.Terms terms) {
        var now = agreements.counting(number);
        if (terms.stage() == Agreement.Stage.LIVE)
            return now.isPresent() ? Optional.empty() : Optional.of(Fault.at("stage", "sandbox-first"));
        return now.map(agreements::state)
                .filter(Agreement.State.LIVE::equals)
                .map(_ -> Fault.at("stage", "already-live"));
    }

    static List<Fault> reasonFaults(String reason) {
        var faults = new ArrayList<Fault>();
        if (reason.isBlank()) faults.add(Fault.at("reason", "missing"));
        else tooLong("reason", reason, LONGEST_REASON).ifPresent(faults::add);
        return faults;
    }

    static Optional<Fault> tooLong(String field, String text, int most) {
        return text.strip().length() > most
                ? Optional.of(Fault.at(field, "too-long", Integer.toString(most)))
                : Optional.empty();
    }
}
