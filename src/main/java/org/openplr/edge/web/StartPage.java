package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The way in, and what everyone may know of the whole. */
@Named
@RequestScoped
public class StartPage {
    @Inject
    private OpenFigures figures;

    @Inject
    private Words words;

    /** How many the register has. */
    public String getOrganisations() {
        return words.number(figures.now().organisations());
    }

    /** The month of which the looks are told. */
    public String getMonth() {
        return words.month(figures.now().month());
    }

    /** How often others looked in that month, or that it was hardly ever. */
    public String getLooks() {
        var looks = figures.now().looks();
        return looks.isPresent() ? words.number(looks.getAsInt()) : words.of("start.figures.few");
    }
}
