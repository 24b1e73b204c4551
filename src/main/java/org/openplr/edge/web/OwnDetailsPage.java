package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Keeping;
import org.openplr.learner.Relationship;
import org.openplr.learner.Relationships;
import org.openplr.organisation.Organisations;
import org.openplr.party.AbilityToShare;
import org.openplr.platform.Mistake;

/** Your details: what the register says of you, who has to do with you, who changed it, and what is yours to say. */
@Named
@RequestScoped
public class OwnDetailsPage {
    private static final String ENDS = "end";

    @Inject
    private Keeping keeping;

    @Inject
    private Relationships relationships;

    @Inject
    private Organisations organisations;

    @Inject
    private LearnerForm learnerForm;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    private String version = "";
    private String optOut = "";
    private String done = "";
    private Keeping.@Nullable Kept kept;

    /** An organisation that a learner has or had to do with. */
    public record Relation(String organisation, Relationship what) {}

    /** Puts into the form what is there, before anything is typed. */
    public void load() {
        if (!version.isEmpty()) return;
        var own = getKept();
        learnerForm.fill(own.details());
        version = Long.toString(own.version());
    }

    /** Says anew what is the learner's own to say. */
    public void save() throws IOException {
        var ability = getKept().details().abilityToShare();
        var ends = ability == AbilityToShare.OPTED_OUT && ENDS.equals(optOut);
        var own = new Keeping.OwnWords(
                any("PreferredGivenName"),
                any("SchoolAtAge16"),
                any("EmailAddress"),
                ends ? AbilityToShare.MAY_SHARE : ability);
        try {
            var updated = keeping.updateOwn(visitor.learner(), looked(), own);
            answer.redirect(
                    "/learner/details?done=" + (updated instanceof Keeping.Updated.Done ? "updated" : "unchanged"));
        } catch (Mistake mistake) {
            faults.from(mistake);
            if (mistake.kind() != Mistake.Kind.STALE) return;
            kept = null;
            version = Long.toString(getKept().version());
        }
    }

    private long looked() {
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }

    private @Nullable String any(String name) {
        return learnerForm.text(name).isEmpty() ? null : learnerForm.text(name);
    }

    public Keeping.Kept getKept() {
        var known = kept;
        if (known == null) {
            known = keeping.own(visitor.learner());
            kept = known;
        }
        return known;
    }

    public boolean isOptedOut() {
        return getKept().details().abilityToShare() == AbilityToShare.OPTED_OUT;
    }

    public List<LearnerLines.Said> getLines() {
        return LearnerLines.said(getKept().details().said(), words);
    }

    public List<Relation> getRelations() {
        var all = relationships.all(visitor.learner());
        Map<String, String> names = organisations.names(
                all.stream().map(one -> one.organisation().digits()).toList());
        return all.stream()
                .map(one -> {
                    var digits = one.organisation().digits();
                    return new Relation(names.getOrDefault(digits, digits), one);
                })
                .toList();
    }

    public List<ChangeLine> getChanges() {
        return ChangeLine.of(keeping.ownVersions(visitor.learner()), organisations, words);
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getOptOut() {
        return optOut;
    }

    public void setOptOut(String optOut) {
        this.optOut = optOut;
    }

    /** What was just done, as the end of a message's key; empty for nothing. */
    public String getDone() {
        return done.matches("updated|unchanged") && !faults.isAny() ? done : "";
    }

    public void setDone(String done) {
        this.done = done;
    }
}
