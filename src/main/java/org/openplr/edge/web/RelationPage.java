package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openplr.learner.Begun;
import org.openplr.learner.RelationKind;
import org.openplr.learner.RelationSource;
import org.openplr.learner.Relationship;
import org.openplr.learner.Relationships;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.WrittenDate;

/** What a learner has to do with the officer's organisation: begun, with what shows it, and ended. */
@Named
@RequestScoped
public class RelationPage {
    static final String BEGIN = "/organisation/learner/begin";

    @Inject
    private Relationships relationships;

    @Inject
    private LearnerPage learnerPage;

    @Inject
    private LearnerForm learnerForm;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    private String kind = "";
    private String source = "";
    private String evidence = "";
    private String ends = "";
    private final DateParts from = new DateParts();
    private final DateParts until = new DateParts();

    /** As {@link FindPage#read}. */
    @PostConstruct
    void read() {
        ends = Objects.requireNonNullElse(request.getParameter("ends"), "");
    }

    /** Notes it, and shows the learner. */
    public String begin() {
        var asked = asked();
        if (asked.isEmpty()) return BEGIN;
        try {
            return shown(relationships.begin(
                    visitor.organisationUser(),
                    asked.get(),
                    learnerForm.text("GivenName"),
                    learnerForm.text("FamilyName")));
        } catch (Mistake mistake) {
            faults.from(mistake);
            return BEGIN;
        }
    }

    private String shown(Begun begun) {
        return switch (begun) {
            case Begun.Done() -> learnerPage.tell("begun");
            case Begun.Nobody() -> {
                faults.at("uln", "relation.nobody");
                yield BEGIN;
            }
            case Begun.OverQuota _ -> {
                faults.at("uln", "mistake.over-quota");
                yield BEGIN;
            }
        };
    }

    private Optional<Relationship> asked() {
        var number = learnerPage.number();
        learnerForm.named();
        var chosen = one(RelationKind.values(), kind);
        if (chosen.isEmpty()) faults.at("kind", "relation.kind-missing");
        var shown = one(RelationSource.values(), source);
        if (shown.isEmpty()) faults.at("source", "relation.source-missing");
        if (from.date().isEmpty()) faults.at("from", "relation.first-day-invalid");
        if (until.date().isEmpty()) faults.at("until", "relation.last-day-invalid");
        if (faults.isAny()) return Optional.empty();
        return Optional.of(new Relationship(
                number.orElseThrow(),
                visitor.organisationUser().organisation(),
                chosen.orElseThrow(),
                from.date().orElseThrow(),
                until.date().orElseThrow(),
                shown.orElseThrow(),
                evidence.strip()));
    }

    /** Ends the one that is chosen. */
    public String end() {
        var number = learnerPage.number();
        var parts = ends.split("@", -1);
        var chosen = one(RelationKind.values(), parts[0]);
        var began = parts.length == 2 ? day(parts[1]) : Optional.<LocalDate>empty();
        if (number.isEmpty() || chosen.isEmpty() || began.isEmpty()) {
            faults.at("ends", "relation.ends-missing");
            return learnerPage.show();
        }
        return end(number.get(), chosen.get(), began.get());
    }

    private String end(Uln number, RelationKind chosen, LocalDate began) {
        if (relationships.end(visitor.organisationUser(), number, chosen, began)) return learnerPage.tell("ended");
        faults.at("ends", "relation.ends-missing");
        return learnerPage.show();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(WrittenDate.iso(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }

    /** What an officer may say; registering says its own. */
    public List<RelationKind> getKinds() {
        return List.of(RelationKind.ENROLLED, RelationKind.TAUGHT, RelationKind.APPLIED);
    }

    public List<RelationSource> getSources() {
        return List.of(
                RelationSource.ENROLMENT, RelationSource.APPLICATION, RelationSource.ILR_RETURN, RelationSource.CENSUS);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getEvidence() {
        return evidence;
    }

    public void setEvidence(String evidence) {
        this.evidence = evidence;
    }

    public String getEnds() {
        return ends;
    }

    public void setEnds(String ends) {
        this.ends = ends;
    }

    public DateParts getFrom() {
        return from;
    }

    public DateParts getUntil() {
        return until;
    }
}
