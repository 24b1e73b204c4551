package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.openplr.learner.Watching;
import org.openplr.organisation.Organisations;

/** How much organisations look for people, for those who answer for the service. */
@Named
@RequestScoped
public class FindsPage {
    /** An organisation by its name, or its number where it is not registered. */
    public record Line(String organisation, Watching.Line counted) {}

    @Inject
    private Watching watching;

    @Inject
    private Organisations organisations;

    @Inject
    private Visitor visitor;

    public List<Line> getLines() {
        var counted = watching.lines(visitor.administrator());
        var names = organisations.names(
                counted.stream().map(line -> line.organisation().digits()).toList());
        return counted.stream()
                .map(line -> new Line(
                        names.getOrDefault(
                                line.organisation().digits(),
                                line.organisation().digits()),
                        line))
                .toList();
    }

    public int getMost() {
        return Watching.mostInADay();
    }
}
