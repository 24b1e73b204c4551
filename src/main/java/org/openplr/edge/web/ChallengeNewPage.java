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
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Beginning;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Challenges.Page;
import org.openplr.challenge.Kind;
import org.openplr.challenge.Raising;
import org.openplr.party.Right;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;

/** An organisation raises a data challenge for a learner of its own: about an event that it looked at, or about none. */
@Named
@RequestScoped
public class ChallengeNewPage {
    private static final List<Kind> OF_EVENT = List.of(Kind.WRONG, Kind.NOT_MINE);
    private static final List<Kind> OF_NONE = List.of(Kind.MISSING, Kind.DETAILS, Kind.TWO_NUMBERS);
    private static final int PAGE = 50;

    @Inject
    private Raising raising;

    @Inject
    private Challenges challenges;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String event = "";
    private String kind = "";
    private String uln = "";
    private @Nullable Page<Challenge> page;

    @PostConstruct
    void read() {
        event = Objects.requireNonNullElse(request.getParameter("event"), "");
    }

    public boolean isAllowed() {
        return visitor.has(Right.CHALLENGE_FOR_LEARNERS);
    }

    public List<Kind> getKinds() {
        return event.isEmpty() ? OF_NONE : OF_EVENT;
    }

    /** Those that the organisation raised, the newest first. */
    public List<Challenge> getRaised() {
        return page().items();
    }

    /** Where the next page begins; empty on the last. */
    public String getNext() {
        return page().next().orElse("");
    }

    private Page<Challenge> page() {
        var known = page;
        if (known == null) {
            known = page(Optional.ofNullable(request.getParameter("from")).filter(from -> !from.isEmpty()));
            page = known;
        }
        return known;
    }

    private Page<Challenge> page(Optional<String> from) {
        try {
            return challenges.raisedBy(visitor.organisationUser(), from, PAGE);
        } catch (Mistake noCursor) {
            if (from.isEmpty()) throw noCursor;
            return page(Optional.empty());
        }
    }

    /** On to what it should say. */
    public void next() throws IOException {
        var chosen = getKinds().stream().filter(one -> one.text().equals(kind)).findFirst();
        if (chosen.isEmpty()) faults.at("kind", "challenge.what.missing");
        var number = Uln.parse(uln);
        if (event.isEmpty() && number.isEmpty()) faults.at("uln", "desk.uln-invalid");
        if (faults.isAny()) return;
        try {
            var draft = begin(chosen.orElseThrow(), number);
            answer.redirect("/organisation/challenges/raise?draft=" + draft.id());
        } catch (Mistake mistake) {
            if (mistake.kind() == Mistake.Kind.CONFLICT) faults.from(mistake);
            else faults.at("uln", "challenge.new.nobody");
        }
    }

    private Challenge begin(Kind what, Optional<Uln> number) {
        var user = visitor.organisationUser();
        if (event.isEmpty()) return raising.begin(user, number.orElseThrow(), Beginning.of(what));
        return raising.begin(user, OneShare.uuid(event).orElseThrow(Mistake::notFound), what);
    }

    public String getEvent() {
        return event;
    }

    public void setEvent(String event) {
        this.event = event;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getUln() {
        return uln;
    }

    public void setUln(String uln) {
        this.uln = uln;
    }
}
