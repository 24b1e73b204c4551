package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Beginning;
import org.openplr.challenge.Kind;
import org.openplr.challenge.Raising;
import org.openplr.platform.Mistake;
import org.openplr.record.LearningEvent;
import org.openplr.record.OwnEvents;

/** What is wrong? Of an event in the record, of a look, or of neither. */
@Named
@RequestScoped
public class ChallengeWhatPage {
    private static final List<Kind> OF_EVENT = List.of(Kind.WRONG, Kind.NOT_MINE, Kind.DUPLICATE);
    private static final List<Kind> OF_NONE = List.of(Kind.MISSING, Kind.DETAILS, Kind.TWO_NUMBERS);

    @Inject
    private Raising raising;

    @Inject
    private Own own;

    @Inject
    private OwnEvents events;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String event = "";
    private String look = "";
    private String kind = "";
    private String other = "";

    @PostConstruct
    void read() {
        event = parameter("event");
        look = parameter("look");
        if (!look.isEmpty()) kind = Kind.WRONG_LOOK.text();
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** There is no such page about what is not in the record. */
    public void load() throws IOException {
        if (event.isEmpty() || about().isPresent()) return;
        OneShare.uuid(event)
                .ifPresent(other -> events.areReachable(
                        visitor.learner(), own.getLearner().numbers(), Set.of(other), "record.event-challenged"));
        answer.notFound();
    }

    public List<Kind> getKinds() {
        if (!look.isEmpty()) return List.of(Kind.WRONG_LOOK);
        return event.isEmpty() ? OF_NONE : OF_EVENT;
    }

    /** The line of the record that it is about, or null. */
    public @Nullable RecordLine getLine() {
        return about().map(RecordLine::new).orElse(null);
    }

    private Optional<LearningEvent> about() {
        return own.getRecord().events().stream()
                .filter(one -> one.id().toString().equals(event))
                .findFirst();
    }

    /** The other lines, of which one may be the same. */
    public List<RecordLine> getOthers() {
        return own.getRecord().events().stream()
                .filter(one -> !one.id().toString().equals(event))
                .map(RecordLine::new)
                .toList();
    }

    /** On with what was chosen. */
    public void next() throws IOException {
        var chosen = getKinds().stream().filter(one -> one.text().equals(kind)).findFirst();
        if (chosen.isEmpty()) {
            faults.at("kind", "challenge.what.missing");
            return;
        }
        var what = chosen.get();
        if (what == Kind.DUPLICATE) {
            answer.redirect("/learner/challenge/twin?event=" + Languages.encode(event));
            return;
        }
        begin(new Beginning(what, id(event), null, id(look)), ChallengeStep.asksFields(what) ? "fields" : "words");
    }

    /** Of two lines the other is the one that should go. */
    public void twin() throws IOException {
        if (other.isEmpty()) faults.at("other", "challenge.twin.missing");
        else begin(new Beginning(Kind.DUPLICATE, id(event), id(other), null), "words");
    }

    private void begin(Beginning what, String next) throws IOException {
        try {
            var learner = visitor.learner();
            var draft = raising.begin(learner, learner.uln(), what);
            answer.redirect("/learner/challenge/" + next + "?draft=" + draft.id());
        } catch (Mistake mistake) {
            if (mistake.kind() == Mistake.Kind.CONFLICT) faults.from(mistake);
            else answer.notFound();
        }
    }

    private static @Nullable UUID id(String text) {
        return OneShare.uuid(text).orElse(null);
    }

    public String getEvent() {
        return event;
    }

    public void setEvent(String event) {
        this.event = event;
    }

    public String getLook() {
        return look;
    }

    public void setLook(String look) {
        this.look = look;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getOther() {
        return other;
    }

    public void setOther(String other) {
        this.other = other;
    }
}
