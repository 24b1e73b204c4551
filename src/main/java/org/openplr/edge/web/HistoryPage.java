package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openplr.audit.DeedKind;
import org.openplr.audit.Deeds;
import org.openplr.audit.Deeds.Deed;
import org.openplr.audit.Outcome;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.platform.WrittenDate;

/** What an organisation's people and systems did: all of it for its super users, their own for others. */
@Named
@RequestScoped
public class HistoryPage {
    private static final int PAGE = 50;

    /** One deed as people read it; {@code refused} says why, or nothing. */
    public record Line(Instant at, String who, String what, String learner, String fields, String refused) {}

    /** Somebody whose deeds can be asked for. */
    public record Doer(String account, String name) {}

    @Inject
    private Deeds deeds;

    @Inject
    private PeoplePage peoplePage;

    @Inject
    private ClientsPage clientsPage;

    @Inject
    private Visitor visitor;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private @Nullable Map<UUID, String> names;
    private Deeds.@Nullable Page page;

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Whether the one who looks has this page: then others lead to it. */
    public boolean isAllowed() {
        return visitor.has(Right.READ_DEEDS);
    }

    /** Whether they see what others did. */
    public boolean isAll() {
        return Deeds.seesAll(visitor.organisationUser());
    }

    /** Everybody of the organisation, people first. */
    public List<Doer> getDoers() {
        return names().entrySet().stream()
                .map(one -> new Doer(one.getKey().toString(), one.getValue()))
                .toList();
    }

    private Map<UUID, String> names() {
        var known = names;
        if (known == null) {
            known = new LinkedHashMap<>();
            if (isAll()) {
                for (var person : peoplePage.getAll()) known.put(person.id(), person.called());
                for (var system : clientsPage.getAll()) known.put(system.id(), system.name());
            }
            names = known;
        }
        return known;
    }

    public List<DeedKind> getKinds() {
        return List.of(DeedKind.values());
    }

    public List<Line> getLines() {
        return page().deeds().stream().map(this::line).toList();
    }

    /** Where the next, older page begins; empty on the last. */
    public String getNext() {
        return page().next().orElse("");
    }

    private Deeds.Page page() {
        var known = page;
        if (known == null) {
            known = read();
            page = known;
        }
        return known;
    }

    /** The page of the cursor; of one that is none of ours, the first. */
    private Deeds.Page read() {
        var user = visitor.organisationUser();
        var wanted = new Deeds.Wanted(
                OneShare.uuid(getWho()).orElse(null),
                DeedKind.parse(getKind()).orElse(null),
                day(getFrom()),
                day(getTo()));
        try {
            return deeds.of(user, wanted, Optional.of(parameter("after")).filter(text -> !text.isEmpty()), PAGE);
        } catch (Mistake noCursor) {
            return deeds.of(user, wanted, Optional.empty(), PAGE);
        }
    }

    /** A day as a date field sends it; null for anything else. */
    private static @Nullable LocalDate day(String text) {
        try {
            var day = WrittenDate.iso(text);
            return day.getYear() >= 2000 && day.getYear() < 2200 ? day : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private Line line(Deed one) {
        var entry = one.entry();
        var known = visitor.organisationUser().account().equals(one.account())
                ? words.of("history.you")
                : names().getOrDefault(one.account(), words.of("history.gone"));
        var roles = entry.roles().stream()
                .map(role -> words.orElse("role." + role, role))
                .collect(Collectors.joining(", "));
        return new Line(
                entry.at(),
                roles.isEmpty() ? known : known + " (" + roles + ")",
                did(entry.what()),
                one.learner(),
                entry.fields().stream()
                        .map(field -> words.orElse("field." + field, field))
                        .collect(Collectors.joining(", ")),
                entry.outcome() == Outcome.ALLOWED
                        ? ""
                        : words.orElse("history.refused." + entry.reason(), words.of("history.refused.other")));
    }

    private String did(String what) {
        var ours = words.orElse("did." + what.replaceFirst("\\..*", ""), words.of("did.other"));
        // What somebody did with their own account is told as they read it themselves.
        return words.orElse("did." + what, what.startsWith("account.") ? words.orElse("what." + what, ours) : ours);
    }

    public String getWho() {
        return parameter("who").replaceAll("[^0-9a-f-]", "");
    }

    public String getKind() {
        return DeedKind.parse(parameter("kind")).map(DeedKind::text).orElse("");
    }

    public String getFrom() {
        return parameter("from").replaceAll("[^0-9-]", "");
    }

    public String getTo() {
        return parameter("to").replaceAll("[^0-9-]", "");
    }

    /** How an address goes on with what is asked for. */
    public String getQuery() {
        return "who=" + getWho() + "&kind=" + getKind() + "&from=" + getFrom() + "&to=" + getTo();
    }
}
