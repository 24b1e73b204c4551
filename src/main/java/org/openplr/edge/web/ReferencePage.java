package org.openplr.edge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Checked;
import org.openplr.challenge.Letters;
import org.openplr.party.Actor;
import org.openplr.platform.Mistake;
import org.openplr.share.Receipts;
import org.openplr.share.Standing;

/**
 * Whoever holds the reference of a view, or of a letter, learns whether it still stands. An address with a reference asks nothing
 * yet: only a person's POST does.
 */
@Named
@RequestScoped
public class ReferencePage {
    @Inject
    private Receipts receipts;

    @Inject
    private Letters letters;

    @Inject
    private Client client;

    @Inject
    private Words words;

    @Inject
    private Faults faults;

    @Inject
    private Answer answer;

    @Inject
    private HttpServletRequest request;

    private String reference = "";
    private @Nullable Standing standing;
    private @Nullable Checked letter;

    @PostConstruct
    void read() {
        reference = Objects.requireNonNullElse(request.getParameter("reference"), "");
    }

    /** Looks it up. */
    public String find() {
        var typed = reference.strip();
        if (typed.isEmpty()) faults.at("reference", "reference.missing");
        else
            try {
                seek(typed, new Actor.Checker("", "", client.digest()));
            } catch (Mistake tooMany) {
                answer.status(429);
                faults.at("", "mistake.too-many-requests");
            }
        return "";
    }

    private void seek(String typed, Actor.Checker who) {
        var view = OneShare.uuid(typed);
        if (view.isPresent()) standing = receipts.standing(who, view.get()).orElse(null);
        else letter = letters.check(who, typed).orElse(null);
        if (standing == null && letter == null) faults.at("reference", "reference.unknown");
    }

    /** What became of what was seen; empty where no view was looked up. */
    public String getSeen() {
        return switch (standing) {
            case null -> "";
            case Standing.Stands _ -> words.of("reference.stands");
            case Standing.Superseded(var since) -> words.of("reference.superseded", words.day(since));
            case Standing.Withdrawn(var since) -> words.of("reference.withdrawn", words.day(since));
            case Standing.Over(var day) -> words.of("reference.over", words.date(day));
        };
    }

    /** Its tag. */
    public String getSeenTag() {
        return switch (standing) {
            case null -> "";
            case Standing.Stands _ -> words.of("reference.tag.stands");
            case Standing.Superseded _ -> words.of("reference.tag.superseded");
            case Standing.Withdrawn _ -> words.of("reference.tag.withdrawn");
            case Standing.Over _ -> words.of("reference.tag.over");
        };
    }

    public String getSeenStyle() {
        return switch (standing) {
            case Standing.Stands _ -> "govuk-tag--green";
            case Standing.Superseded _ -> "govuk-tag--yellow";
            case null, default -> "govuk-tag--grey";
        };
    }

    /** The letter that was looked up. */
    public @Nullable Checked getLetter() {
        return letter;
    }

    /** How what a letter says stands by now. */
    public String getNow() {
        var found = letter;
        if (found == null) return "";
        LocalDate day = found.now() == Checked.Now.CHALLENGED ? found.dueBy() : found.on();
        return day == null
                ? words.of("reference.letter." + found.now().text())
                : words.of("reference.letter." + found.now().text() + "-day", words.date(day));
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
