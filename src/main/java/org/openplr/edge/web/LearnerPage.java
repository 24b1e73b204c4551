package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Keeping;
import org.openplr.learner.Relationship;
import org.openplr.learner.Relationships;
import org.openplr.organisation.Organisations;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/** The details of a learner who has to do with the officer's organisation: read, put right, and who changed them. */
@Named
@RequestScoped
public class LearnerPage {
    private static final String ASK = "/organisation/learner";
    private static final String DETAILS = "/organisation/learner/details";
    private static final String UPDATE = "/organisation/learner/update";

    @Inject
    private Keeping keeping;

    @Inject
    private Relationships relationships;

    @Inject
    private Organisations organisations;

    @Inject
    private LearnerForm learnerForm;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private InstantSource clock;

    private String uln = "";
    private String version = "";
    private String why = "";
    private String told = "";
    private boolean notOurs;
    private Keeping.@Nullable Kept kept;
    private Keeping.@Nullable Kept meanwhile;

    /** A page about one learner is nothing without them; in the other language it shows them again. */
    public void again() throws IOException {
        if (uln.isBlank()) answer.redirect(ASK);
        else if (request.getParameter(Languages.PARAMETER) != null && kept == null) show();
    }

    /** As {@link #again}, of the pages that show what is typed only. */
    public void load() throws IOException {
        if (uln.isBlank()) answer.redirect(ASK);
    }

    /** Shows the learner of this number, if they have to do with us. */
    public String show() {
        read().ifPresent(one -> kept = one);
        return kept == null ? ASK : DETAILS;
    }

    private Optional<Keeping.Kept> read() {
        var number = number();
        if (number.isEmpty()) return Optional.empty();
        var one = keeping.read(visitor.organisationUser(), number.get());
        if (one.isEmpty()) {
            notOurs = true;
            faults.at("uln", "learner-page.not-ours");
        }
        return one;
    }

    Optional<Uln> number() {
        var number = Uln.parse(uln);
        if (number.isEmpty()) faults.at("uln", "desk.uln-invalid");
        return number;
    }

    /** The form of a relationship. */
    public String toBegin() {
        return RelationPage.BEGIN;
    }

    /** The form of all the fields, with what is there. */
    public String toUpdate() {
        var one = read();
        if (one.isEmpty()) return ASK;
        if (one.get().withheld()) {
            kept = one.get();
            faults.at("", "mistake.sensitive-learner");
            return DETAILS;
        }
        learnerForm.fill(one.get().details());
        version = Long.toString(one.get().version());
        return UPDATE;
    }

    /** Says everything anew. */
    public String save() {
        var number = number();
        var said = learnerForm.learner();
        if (number.isEmpty() || said.isEmpty()) return UPDATE;
        try {
            var updated = keeping.update(visitor.organisationUser(), number.get(), looked(), said.get(), why);
            if (updated.isEmpty()) {
                notOurs = true;
                faults.at("uln", "learner-page.not-ours");
                return ASK;
            }
            return tell(updated.get() instanceof Keeping.Updated.Done ? "updated" : "unchanged");
        } catch (Mistake mistake) {
            faults.from(mistake);
            if (mistake.kind() == Mistake.Kind.STALE) conflict();
            return UPDATE;
        }
    }

    /** What is there now is shown beside what is typed, which is sent again on purpose. */
    private void conflict() {
        read().ifPresent(now -> {
            meanwhile = now;
            version = Long.toString(now.version());
        });
    }

    private long looked() {
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }

    /** The learner, with what was done just now. */
    String tell(String what) {
        told = what;
        return show();
    }

    public List<LearnerLines.Said> getLines() {
        return kept == null ? List.of() : LearnerLines.said(kept.details().said(), words);
    }

    /** What is there since somebody else changed it. */
    public List<LearnerLines.Said> getMeanwhile() {
        return meanwhile == null
                ? List.of()
                : LearnerLines.said(meanwhile.details().said(), words);
    }

    public List<Relationship> getRelations() {
        return kept == null
                ? List.of()
                : relationships.own(visitor.organisationUser(), kept.learner().numbers());
    }

    /** Whether it stands today. */
    public boolean stands(Relationship one) {
        return one.stands(LocalDate.ofInstant(clock.instant(), Words.UK));
    }

    public List<ChangeLine> getChanges() {
        if (kept == null) return List.of();
        return ChangeLine.of(
                keeping.versions(visitor.organisationUser(), kept.learner().uln())
                        .orElse(List.of()),
                organisations,
                words);
    }

    public Keeping.@Nullable Kept getKept() {
        return kept;
    }

    public boolean isNotOurs() {
        return notOurs;
    }

    public String getTold() {
        return told;
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
