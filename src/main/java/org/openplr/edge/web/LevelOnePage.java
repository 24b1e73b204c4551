package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openplr.learner.Relationships;
import org.openplr.organisation.Organisations;
import org.openplr.party.Ukprn;

/** How a learner who was not verified at Level One gets there: the home of those who may not see their record yet. */
@Named
@RequestScoped
public class LevelOnePage {
    @Inject
    private Visitor visitor;

    @Inject
    private Own own;

    @Inject
    private Relationships relationships;

    @Inject
    private Organisations organisations;

    /** Whether it is known who reads: the page is there for everybody. */
    public boolean isKnown() {
        return visitor.isLearner() || visitor.isHelping();
    }

    /** How they are verified now: the end of a message's key. */
    public String getVerification() {
        return own.getLearner().verification().name();
    }

    /** The organisations whose desks can note it, by name. */
    public List<String> getOrganisations() {
        var numbers = relationships.of(own.getLearner().numbers()).stream()
                .map(Ukprn::digits)
                .toList();
        var names = organisations.names(numbers);
        return numbers.stream()
                .map(number -> names.getOrDefault(number, number))
                .toList();
    }
}
