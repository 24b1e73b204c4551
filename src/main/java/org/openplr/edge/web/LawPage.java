package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.record.LawfulLook;
import org.openplr.record.LookPurpose;
import org.openplr.record.Looked;

/** An organisation's own look at the record of somebody who has to do with it: for what, and then what there is. */
@Named
@RequestScoped
public class LawPage {
    private static final String ASK = "/organisation/look";
    private static final String SHOWN = "/organisation/look/record";

    @Inject
    private LawfulLook looking;

    @Inject
    private Visitor visitor;

    @Inject
    private Answer answer;

    @Inject
    private Faults faults;

    @Inject
    private InstantSource clock;

    private String uln = "";
    private String purpose = "";
    private Looked.@Nullable Shown shown;

    /** A record is the answer to a question; without one there is nothing, and in the other language it is asked again. */
    public void again() throws java.io.IOException {
        if (shown != null) return;
        if (uln.isBlank()) answer.redirect(ASK);
        else look();
    }

    /** Looks. */
    public String look() {
        var number = Uln.parse(uln);
        if (number.isEmpty()) faults.at("uln", "desk.uln-invalid");
        var chosen = LookPurpose.parse(purpose);
        if (chosen.isEmpty()) faults.at("purpose", "law.purpose-missing");
        if (faults.isAny()) return ASK;
        try {
            return look(number.orElseThrow(), chosen.orElseThrow());
        } catch (Mistake mistake) {
            if (mistake.faults().isEmpty()) throw mistake;
            faults.from(mistake);
            return ASK;
        }
    }

    private String look(Uln number, LookPurpose chosen) {
        return switch (looking.look(visitor.organisationUser(), number, chosen)) {
            case Looked.Shown it -> {
                shown = it;
                yield SHOWN;
            }
            case Looked.Stopped(var why) -> refused("mistake." + why.code());
            case Looked.Nobody() -> refused("learner-page.not-ours");
            case Looked.OverQuota _ -> refused("mistake.over-quota");
        };
    }

    private String refused(String words) {
        faults.at("uln", words);
        return ASK;
    }

    public boolean isAllowed() {
        return visitor.has(Right.LOOK_AT_RECORDS);
    }

    /** For what this user may look. */
    public List<LookPurpose> getPurposes() {
        return List.copyOf(LawfulLook.purposes(visitor.organisationUser()));
    }

    public Looked.@Nullable Shown getShown() {
        return shown;
    }

    /** By academic year, the newest first. */
    public List<RecordGroups.Group> getYears() {
        return Optional.ofNullable(shown)
                .map(one -> RecordGroups.byYear(RecordLine.of(one.record(), today())))
                .orElse(List.of());
    }

    /** Whether the visitor's own organisation awarded it, taught it or returned it. */
    public boolean isOwn(RecordLine line) {
        return line.isOf(visitor.organisationUser().organisation());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Words.UK);
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }
}
