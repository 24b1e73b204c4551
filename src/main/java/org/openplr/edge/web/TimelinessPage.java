package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.PublishedTimeliness;
import org.openplr.challenge.PublishedTimeliness.Published;
import org.openplr.challenge.Quality;
import org.openplr.challenge.Quality.Sources;
import org.openplr.challenge.Timeliness;
import org.openplr.challenge.Timeliness.Figures;
import org.openplr.organisation.Organisations;
import org.openplr.party.Ukprn;

/** How well data challenges are answered: what is open to all, and for the service where wrong data comes from. */
@Named
@RequestScoped
public class TimelinessPage {
    @Inject
    private PublishedTimeliness published;

    @Inject
    private Timeliness timeliness;

    @Inject
    private Quality quality;

    @Inject
    private Organisations organisations;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    private @Nullable Published open;
    private List<Figures> figures = List.of();
    private Sources sources = new Sources(List.of(), List.of());
    private Map<String, String> names = Map.of();

    /** What is open to all. */
    public void load() {
        var now = published.now();
        open = now;
        names = names(now.figures().stream()
                .map(PublishedTimeliness.Figures::owner)
                .filter(Objects::nonNull)
                .toList());
    }

    /** What the service sees. */
    public void loadQuality() {
        figures = timeliness.all(visitor.administrator());
        sources = quality.sources(visitor.administrator());
        var owners = new java.util.ArrayList<Ukprn>();
        figures.stream().map(Figures::owner).filter(Objects::nonNull).forEach(owners::add);
        sources.kinds().stream()
                .map(Quality.Cause::owner)
                .filter(Objects::nonNull)
                .forEach(owners::add);
        names = names(owners);
    }

    private Map<String, String> names(List<Ukprn> owners) {
        return organisations.names(owners.stream().map(Ukprn::digits).distinct().toList());
    }

    public @Nullable Published getOpen() {
        return open;
    }

    public List<Figures> getFigures() {
        return figures;
    }

    public Sources getSources() {
        return sources;
    }

    /** Whoever answers. */
    public String name(@Nullable Ukprn owner) {
        return owner == null ? words.of("who.service") : names.getOrDefault(owner.digits(), owner.digits());
    }

    /** A figure, or empty where it is not told. */
    public String told(@Nullable OptionalInt figure) {
        return figure == null || figure.isEmpty() ? "" : words.number(figure.getAsInt());
    }
}
