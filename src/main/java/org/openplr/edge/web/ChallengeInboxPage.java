package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Challenge;
import org.openplr.challenge.Challenges;
import org.openplr.challenge.Challenges.Folder;
import org.openplr.challenge.Challenges.Page;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;

/** What is to be answered: an organisation's inbox, and what lies with the service. */
@Named
@RequestScoped
public class ChallengeInboxPage {
    private static final int PAGE = 50;

    @Inject
    private Challenges challenges;

    @Inject
    private Visitor visitor;

    @Inject
    private InstantSource clock;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private @Nullable Page<Challenge> page;
    private @Nullable List<Challenge> late;

    /** Whether the one who looks has an inbox. */
    public boolean isAllowed() {
        return visitor.has(Right.ANSWER_CHALLENGES);
    }

    /** What waits, for the door to it: how much, and how much of it is late. */
    public String getText() {
        var waiting = visitor.isAdministrator()
                ? challenges.waiting(visitor.administrator())
                : challenges.waiting(visitor.organisationUser());
        if (waiting.all() > 0) return words.of("challenge.inbox.waiting", waiting.all(), waiting.late());
        return words.of(visitor.isAdministrator() ? "challenge.desk.lead" : "challenge.inbox.text");
    }

    /** What came of a step for many, in words; empty where none was taken just now. */
    public String getDone() {
        var done = parameter("done");
        var left = parameter("left");
        if (!done.matches("[0-9]{1,3}") || !left.matches("[0-9]{1,3}")) return "";
        return words.of(left.equals("0") ? "challenge.many.done" : "challenge.many.done-but", done, left);
    }

    /** Which part of it is shown. */
    public String getFolder() {
        return folder().name().toLowerCase(Locale.ROOT);
    }

    private Folder folder() {
        var asked = parameter("folder").toUpperCase(Locale.ROOT);
        return asked.matches("ASKED|DONE") ? Folder.valueOf(asked) : Folder.OPEN;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public List<Challenge> getAll() {
        return page().items();
    }

    /** Where the next page begins; empty on the last. */
    public String getNext() {
        return page().next().orElse("");
    }

    private Page<Challenge> page() {
        var known = page;
        if (known == null) {
            known = read(Optional.of(parameter("from")).filter(from -> !from.isEmpty()));
            page = known;
        }
        return known;
    }

    /** The page of the cursor; of one that is none of ours, the first. */
    private Page<Challenge> read(Optional<String> from) {
        try {
            return visitor.isAdministrator()
                    ? challenges.desk(visitor.administrator(), from, PAGE)
                    : challenges.inbox(visitor.organisationUser(), folder(), from, PAGE);
        } catch (Mistake noCursor) {
            if (from.isEmpty()) throw noCursor;
            return read(Optional.empty());
        }
    }

    /** What is late, wherever it lies: for the service. */
    public List<Challenge> getLate() {
        var known = late;
        if (known == null) {
            known = challenges.late(visitor.administrator());
            late = known;
        }
        return known;
    }

    /** Whether something was due before today. */
    public boolean isLate(Challenge one) {
        var today = LocalDate.ofInstant(clock.instant(), Words.UK);
        return one.dueBy().filter(due -> due.isBefore(today)).isPresent();
    }
}
