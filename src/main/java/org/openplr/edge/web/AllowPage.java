package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openplr.app.Allowing;
import org.openplr.app.App;
import org.openplr.app.AppRequest;
import org.openplr.app.Asked;
import org.openplr.app.Asking;
import org.openplr.platform.Mistake;
import org.openplr.share.Language;
import org.openplr.share.LongestShare;
import org.openplr.share.Scope;
import org.openplr.share.SharedRecord;

/** Let this app see your record? Which app, whose, what it would see, and until when; the answer is the learner's. */
@Named
@RequestScoped
public class AllowPage {
    static final String PLACE = "/learner/allow";

    private static final List<Integer> OFFERED = List.of(1, 14, 30, 90);

    @Inject
    private Asking asking;

    @Inject
    private Allowing allowing;

    @Inject
    private Visitor visitor;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private Languages language;

    @Inject
    private InstantSource clock;

    @Inject
    private HttpServletRequest request;

    private String ask = "";
    private String until = "";
    private @Nullable Asked asked;
    private @Nullable SharedRecord preview;

    /** The question at once: lists of a page are read before Faces has passed it on. */
    @PostConstruct
    void read() {
        ask = Objects.requireNonNullElse(request.getParameter("ask"), "");
    }

    /** Looks at the question again: between two pages an app may be suspended, and a browser may change an address. */
    public void load() throws IOException {
        switch (asked()) {
            case Asked.Unknown _ -> answer.redirect(AuthorizePage.PLACE);
            case Asked.Refused(var back) -> answer.leave(back);
            case Asked.Fine fine -> {
                SecurityHeaders.formsMayLeadTo(
                        request, answer.response(HttpServletResponse.class), URI.create(fine.redirect()));
                if (until.isEmpty())
                    until = String.valueOf(longest(fine).usual(fine.app().purpose()));
                preview(fine);
            }
        }
    }

    private void preview(Asked.Fine fine) {
        try {
            preview = allowing.preview(visitor.learner(), fine, end(1));
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** Allows it until the day that was chosen. */
    public void allow() throws IOException {
        var days = getChoices().stream()
                .map(ShareUntilPage.Choice::days)
                .filter(choice -> String.valueOf(choice).equals(until))
                .findFirst();
        if (days.isEmpty()) {
            faults.at("until", "share.until.missing");
            return;
        }
        try {
            var words = language.isWelsh() ? Language.CY : Language.EN;
            answer.leave(allowing.allow(visitor.learner(), fine(), end(days.get()), words));
        } catch (Mistake mistake) {
            faults.from(mistake);
        }
    }

    /** Does not. */
    public void refuse() throws IOException {
        answer.leave(asking.refuse(visitor.learner(), fine()));
    }

    private Asked asked() {
        var known = asked;
        if (known == null) {
            known = asking.check(AppRequest.read(ask));
            asked = known;
        }
        return known;
    }

    private Asked.Fine fine() {
        return asked() instanceof Asked.Fine fine ? fine : nothing();
    }

    private static Asked.Fine nothing() {
        throw Mistake.notFound();
    }

    /** Whether there is something to be answered: what depends on it is left out of a page where there is not. */
    public boolean isThere() {
        return asked() instanceof Asked.Fine;
    }

    public App getApp() {
        return fine().app();
    }

    /** What it would see. */
    public Scope getScope() {
        return allowing.offer(fine(), end(1), Language.EN).scope();
    }

    /** Whose page comes next. */
    public String getHost() {
        return URI.create(fine().redirect()).getHost();
    }

    /** Exactly what it would get today; none where it cannot be allowed. */
    public @Nullable SharedRecord getPreview() {
        return preview;
    }

    /** The shortest first; the usual one is chosen. */
    public List<ShareUntilPage.Choice> getChoices() {
        return Optional.of(asked())
                .filter(Asked.Fine.class::isInstance)
                .map(Asked.Fine.class::cast)
                .map(this::choices)
                .orElse(List.of());
    }

    private List<ShareUntilPage.Choice> choices(Asked.Fine fine) {
        var longest = longest(fine);
        var usual = longest.usual(fine.app().purpose());
        var days = new TreeSet<>(OFFERED);
        days.addAll(List.of(usual, longest.days()));
        return days.headSet(longest.days(), true).stream()
                .map(some -> new ShareUntilPage.Choice(some, today().plusDays(some), some.equals(days.first())))
                .toList();
    }

    /** Whether the learner is under 18, and the days so few for that. */
    public boolean isMinor() {
        return longest(fine()).minor();
    }

    public int getMostDays() {
        return longest(fine()).days();
    }

    private LongestShare longest(Asked.Fine fine) {
        return allowing.longest(visitor.learner(), fine);
    }

    private LocalDate today() {
        return clock.instant().atZone(Words.UK).toLocalDate();
    }

    private Instant end(int days) {
        return today().plusDays(days + 1L).atStartOfDay(Words.UK).toInstant();
    }

    public String getAsk() {
        return ask;
    }

    public void setAsk(String ask) {
        this.ask = ask;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
