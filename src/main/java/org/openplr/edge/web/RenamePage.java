package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.openplr.claim.Desk;
import org.openplr.claim.DeskName;
import org.openplr.claim.DeskOutcome;
import org.openplr.party.VerificationType;
import org.openplr.platform.Mistake;

/** The desk, for a learner who is called otherwise now: an officer saw a document in the new name. */
@Named
@RequestScoped
public class RenamePage {
    /** What the register calls the fields of this page. */
    private static final Map<String, String> FIELDS = Map.of("GivenName", "newGiven", "FamilyName", "newFamily");

    @Inject
    private Desk desk;

    @Inject
    private DeskPage deskPage;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    private String newGiven = "";
    private String newFamily = "";

    /** Notes the new name. */
    public String rename() {
        var sought = deskPage.sought();
        if (sought.isEmpty()) return "";
        if (newGiven.isBlank()) faults.at("newGiven", "desk.rename.given-missing");
        if (newFamily.isBlank()) faults.at("newFamily", "desk.rename.family-missing");
        var type = deskPage.type();
        if (type.isEmpty()) faults.at("type", "desk.type-missing");
        var seen = deskPage.getSeen().date();
        if (seen.isEmpty()) faults.at("seen", "desk.seen-invalid");
        if (faults.isAny()) {
            deskPage.show(sought.get());
            return "";
        }
        try {
            var name = new DeskName(newGiven, newFamily, type.orElseThrow(), seen.orElseThrow());
            var outcome = desk.rename(visitor.organisationUser(), sought.get(), name);
            return outcome instanceof DeskOutcome.Recorded
                    ? deskPage.anew("renamed")
                    : deskPage.told(outcome, sought.get());
        } catch (Mistake mistake) {
            faults.from(mistake, FIELDS);
            deskPage.show(sought.get());
            return "";
        }
    }

    /** Documents that say who somebody is. */
    public List<VerificationType> getTypes() {
        return deskPage.getTypes().stream().filter(VerificationType::isLevelOne).toList();
    }

    public String getNewGiven() {
        return newGiven;
    }

    public void setNewGiven(String newGiven) {
        this.newGiven = newGiven;
    }

    public String getNewFamily() {
        return newFamily;
    }

    public void setNewFamily(String newFamily) {
        this.newFamily = newFamily;
    }
}
