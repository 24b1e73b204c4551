package org.openplr.edge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Checked;
import org.openplr.challenge.Letters;
import org.openplr.party.Actor;
import org.openplr.party.Right;
import org.openplr.platform.Mistake;
import org.openplr.share.Receipts;
import org.openplr.share.Standing;

/** Whether what somebody saw of a record, or what a letter says, still stands: for whoever holds its reference. */
@Path("references/{reference}")
@Produces("application/json")
@Needs(Right.CHECK_REFERENCES)
public class ReferencesResource {
    private final Caller caller;
    private final Receipts receipts;
    private final Letters letters;

    @Inject
    public ReferencesResource(Caller caller, Receipts receipts, Letters letters) {
        this.caller = caller;
        this.receipts = receipts;
        this.letters = letters;
    }

    /**
     * How it stands; nothing of the record.
     *
     * @param kind {@code view} or {@code letter}
     * @param state of a view {@code stands}, {@code superseded}, {@code withdrawn} or {@code over}; of a letter
     *     {@code challenged}, {@code answered} or {@code ended}
     * @param since of a view: since when it is superseded, or its share withdrawn
     * @param on of a letter: when it was answered, or ended; of a view that is over the day by which it was to be deleted
     * @param dueBy of a letter: by when an answer is due now
     * @param letter what the letter says
     */
    @Schema(name = "ReferenceStanding")
    public record StandingJson(
            String kind,
            String state,
            @Nullable Instant since,
            @Nullable LocalDate on,
            @Nullable LocalDate dueBy,
            @Nullable LetterJson letter) {}

    /** What a letter says. */
    @Schema(name = "ReferenceLetter")
    public record LetterJson(
            String reference,
            Instant made,
            String item,
            @Nullable String learner,
            LocalDate since) {
        @Override
        public String toString() {
            return "LetterJson[…]";
        }
    }

    /** How what was seen, or what a letter says, stands now. The learner sees that it was asked. */
    @GET
    public StandingJson find(@PathParam("reference") String reference) {
        var who = new Actor.Checker("", "", caller.client());
        return view(reference)
                .map(which -> receipts.standing(who, which).map(ReferencesResource::json))
                .orElseGet(() -> letters.check(who, reference).map(ReferencesResource::json))
                .orElseThrow(Mistake::notFound);
    }

    private static Optional<UUID> view(String reference) {
        try {
            return Optional.of(UUID.fromString(reference));
        } catch (IllegalArgumentException letter) {
            return Optional.empty();
        }
    }

    private static StandingJson json(Standing standing) {
        return switch (standing) {
            case Standing.Stands _ -> new StandingJson("view", "stands", null, null, null, null);
            case Standing.Superseded(var since) -> new StandingJson("view", "superseded", since, null, null, null);
            case Standing.Withdrawn(var since) -> new StandingJson("view", "withdrawn", since, null, null, null);
            case Standing.Over(var day) -> new StandingJson("view", "over", null, day, null, null);
        };
    }

    private static StandingJson json(Checked found) {
        var letter = found.letter();
        return new StandingJson(
                "letter",
                found.now().text(),
                null,
                found.on(),
                found.dueBy(),
                new LetterJson(
                        letter.reference(),
                        letter.made(),
                        letter.item(),
                        letter.learner().isEmpty() ? null : letter.learner(),
                        letter.since()));
    }
}
