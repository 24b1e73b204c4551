package org.openplr.share;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.record.EventKind;
import org.openplr.record.EventStatus;

/**
 * A record as a recipient gets it: what is not shared is null and leaves no trace, neither a count nor an empty place.
 *
 * @param learner null where nothing of the learner is shared
 * @param events newest first
 */
public record SharedRecord(@Nullable Person learner, List<Item> events) {
    public SharedRecord {
        events = List.copyOf(events);
    }

    /** The learner, as far as shared. */
    public record Person(
            @Nullable String uln,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable LocalDate dateOfBirth) {}

    /**
     * One award or course, as far as shared.
     *
     * @param alsoTold null where no other source tells it, or what it tells is not shared
     */
    public record Item(
            UUID id,
            String source,
            EventKind kind,
            Qualification qualification,
            @Nullable String grade,
            @Nullable Integer credits,
            @Nullable LocalDate awardedOn,
            @Nullable Participation participation,
            @Nullable Body awardingOrganisation,
            @Nullable Body provider,
            EventStatus status,
            boolean underDataChallenge,
            @Nullable LocalDate loadedOn,
            @Nullable List<Told> alsoTold) {}

    /** The same award as another source tells it, as far as shared. */
    public record Told(
            UUID id,
            String source,
            @Nullable String grade,
            @Nullable Integer credits,
            @Nullable LocalDate awardedOn,
            @Nullable LocalDate loadedOn) {}

    /** What it is an award of, or a course towards. */
    public record Qualification(
            @Nullable String reference,
            @Nullable String title,
            @Nullable String type,
            @Nullable String level) {}

    /** When the learner took part. */
    public record Participation(
            @Nullable LocalDate start, @Nullable LocalDate end) {}

    /** An organisation. */
    public record Body(@Nullable String name, @Nullable String ukprn) {}
}
