package org.openplr.edge.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.record.EventKind;
import org.openplr.record.EventStatus;
import org.openplr.record.LearningEvent;
import org.openplr.record.Level;

/** One learning event as a page shows it: what is not known is empty. */
public final class RecordLine {
    private final LearningEvent event;

    RecordLine(LearningEvent event) {
        this.event = event;
    }

    LearningEvent event() {
        return event;
    }

    public UUID getId() {
        return event.id();
    }

    /** What it is called, or its reference where no name came. */
    public String getTitle() {
        return Objects.requireNonNullElseGet(
                event.subject().title(), () -> text(event.subject().code()));
    }

    public EventKind getKind() {
        return event.kind();
    }

    /** The short spelling of the level, or empty. */
    public String getLevel() {
        return event.level().map(Level::code).orElse("");
    }

    public String getType() {
        return text(event.subject().type());
    }

    public String getGrade() {
        return event.realGrade().orElse("");
    }

    public @Nullable Integer getCredits() {
        return event.award().credits();
    }

    public @Nullable LocalDate getAwarded() {
        return event.award().date();
    }

    public @Nullable LocalDate getStart() {
        return event.participation().start();
    }

    public @Nullable LocalDate getEnd() {
        return event.participation().end();
    }

    public String getAwardedBy() {
        return text(event.awardingOrganisation().name());
    }

    public String getProvider() {
        return text(event.provider().name());
    }

    public String getReference() {
        return text(event.subject().code());
    }

    public String getSource() {
        return event.source();
    }

    public LocalDate getLoaded() {
        return event.loadedOn();
    }

    public boolean isProvisional() {
        return event.status() == EventStatus.PROVISIONAL;
    }

    public boolean isDisputed() {
        return event.underDataChallenge();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
