package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openplr.claim.ClaimLine;
import org.openplr.claim.Claims;
import org.openplr.claim.Deaths;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/** Who has claimed a record, for administrators: a claim is disputed or taken back, with a reason that the learner reads. */
@Named
@RequestScoped
public class ClaimsPage {
    @Inject
    private Claims claims;

    @Inject
    private Deaths deaths;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String uln = "";
    private String reason = "";
    private String told = "";
    private @Nullable ClaimLine line;

    /** Looks for the record; what is found is this answer's, and no address has a number in it. */
    public String find() {
        var number = Uln.parse(uln);
        if (number.isEmpty()) faults.at("uln", "desk.uln-invalid");
        else show(number.get());
        return line == null ? "" : "/admin/claims/claim";
    }

    /** In the other language it is shown again; without a number there is nothing to show. */
    public void again() throws IOException {
        var number = Uln.parse(uln);
        if (number.isEmpty()) answer.redirect("/admin/claims");
        else if (request.getParameter(Languages.PARAMETER) != null) show(number.get());
    }

    private void show(Uln number) {
        line = claims.find(visitor.administrator(), number).orElse(null);
        if (line == null) faults.at("uln", "claims.not-found");
    }

    /** Closes the account and lets the record be claimed anew. */
    public void unclaim() {
        settle(claims::unclaim, "unclaimed", "claims.nobody");
    }

    /** Notes that somebody says it is wrong. */
    public void dispute() {
        settle(claims::dispute, "disputed", "claims.nobody");
    }

    /** Notes that the learner died. */
    public void died() {
        settle(deaths::note, "died", "claims.died-before");
    }

    /** Takes that back. */
    public void lives() {
        settle(deaths::takeBack, "lives", "claims.lives-not");
    }

    @FunctionalInterface
    private interface Settling {
        boolean of(org.openplr.party.Actor.Administrator administrator, Uln number, String reason);
    }

    private void settle(Settling settling, String done, String otherwise) {
        var number = Uln.parse(uln);
        if (number.isEmpty()) {
            faults.at("uln", "desk.uln-invalid");
            return;
        }
        try {
            if (settling.of(visitor.administrator(), number.get(), reason)) {
                told = done;
                reason = "";
            } else faults.at("", otherwise);
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
        show(number.get());
    }

    public @Nullable ClaimLine getLine() {
        return line;
    }

    /**
     * Whether a death is noted. On the way in, before anything is shown, Faces asks too: only what the page had is then
     * carried out.
     */
    public boolean isDeceased() {
        if (line != null) return line.death().isPresent();
        return Uln.parse(Objects.requireNonNullElse(request.getParameter("uln"), ""))
                .filter(deaths::isNoted)
                .isPresent();
    }

    /** What was noted of a death, or null. */
    public ClaimLine.@Nullable Death getDeath() {
        return line == null ? null : line.death().orElse(null);
    }

    /** What was done just now, or empty. */
    public String getTold() {
        return told;
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
