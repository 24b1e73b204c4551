package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.openplr.identity.RecoveryCodes;
import org.openplr.identity.StepUp;

/** Making recovery codes: they are the answer of the form that asks for them, and shown nowhere else. */
@Named
@RequestScoped
public class RecoveryCodesPage {
    private static final String SHOWN = "/account/recovery-codes-made";

    @Inject
    private RecoveryCodes recoveryCodes;

    @Inject
    private StepUp stepUp;

    @Inject
    private Visitor visitor;

    @Inject
    private Answer answer;

    private List<String> codes = List.of();
    private String done = "";

    /** Makes ten. */
    public String make() {
        codes = recoveryCodes.make(visitor.session());
        return SHOWN;
    }

    /** After something was set up: the first codes where there are none, else back with what was done. */
    String afterSetup(String done) throws IOException {
        if (stepUp.ways(visitor.session()).recoveryCodes() == 0) {
            this.done = done;
            return make();
        }
        answer.redirect("/account/?done=" + done);
        return "";
    }

    /** Whoever opens the page of the codes by its address has none to see. */
    public void load() throws IOException {
        if (codes.isEmpty()) answer.redirect("/account/recovery-codes");
    }

    public int getLeft() {
        return stepUp.ways(visitor.session()).recoveryCodes();
    }

    public List<String> getCodes() {
        return codes;
    }

    /** The page in the other language shows them again: they travel with its form, and are nowhere else. */
    public String getCarried() {
        return String.join(" ", codes);
    }

    public void setCarried(String carried) {
        if (carried.matches("([A-Z0-9-]{19} ?){1,10}")) codes = List.of(carried.split(" ", -1));
    }

    /** What was set up just before, or empty. */
    public String getDone() {
        return done;
    }
}
