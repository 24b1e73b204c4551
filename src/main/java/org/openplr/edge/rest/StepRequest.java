package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Deciding;
import org.openplr.challenge.Decision;
import org.openplr.challenge.Handling;
import org.openplr.challenge.Step;
import org.openplr.challenge.Stepped;
import org.openplr.party.Actor;
import org.openplr.party.Ukprn;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/**
 * A step in a data challenge.
 *
 * @param step {@code acknowledge}, {@code take-up}, {@code ask}, {@code give}, {@code extend}, {@code pass-on}, {@code uphold},
 *     {@code uphold-partly}, {@code reject}, {@code appeal} or {@code withdraw}
 * @param words to the other side
 * @param to of {@code pass-on}: a UKPRN, or {@code service}
 * @param until of {@code extend}: the new last day
 * @param correction of {@code uphold} and {@code uphold-partly}: what it is to say; where it is upheld and nothing is said, what
 *     was supplied
 */
public record StepRequest(
        @Nullable String step,
        @Nullable String words,
        @Nullable String to,
        @Nullable LocalDate until,
        @Nullable Map<String, @Nullable String> correction) {
    private static final String SERVICE = "service";

    /** Takes it, as of the revision that the caller saw. */
    Stepped take(Actor actor, UUID id, long seen, Handling handling, Deciding deciding) {
        var which = which();
        var said = Objects.requireNonNullElse(words, "");
        return switch (which) {
            case ACKNOWLEDGE, TAKE_UP, ASK, GIVE, APPEAL, WITHDRAW -> handling.take(actor, id, seen, which, said);
            case EXTEND -> handling.extend(actor, id, seen, newEnd(), said);
            case PASS_ON -> handling.passOn(actor, id, seen, whom(), said);
            case UPHOLD, UPHOLD_PARTLY, REJECT ->
                deciding.decide(actor, id, seen, new Decision(which, said, ChallengeRequest.fields(correction)));
            case RAISE, POSTPONE, ARRIVE, CLOSE -> throw unknown("/step");
        };
    }

    private Step which() {
        var faults = new Faults();
        faults.required("/step", step);
        faults.throwIfAny();
        return Step.parse(Objects.requireNonNull(step)).orElseThrow(() -> unknown("/step"));
    }

    private LocalDate newEnd() {
        var faults = new Faults();
        faults.required("/until", until);
        faults.throwIfAny();
        return Objects.requireNonNull(until);
    }

    private @Nullable Ukprn whom() {
        if (SERVICE.equals(to)) return null;
        return Optional.ofNullable(to)
                .flatMap(Ukprn::parse)
                .orElseThrow(() -> Mistake.unprocessable(Fault.at("/to", "not-a-ukprn")));
    }

    private static Mistake unknown(String pointer) {
        return Mistake.unprocessable(Fault.at(pointer, "unknown-value"));
    }

    /** What a step that was taken, or was not, is in this protocol. */
    static void done(Stepped stepped) {
        switch (stepped) {
            case Stepped.Done _ -> {}
            case Stepped.Meanwhile _ -> throw Mistake.of(Mistake.Kind.STALE, "changed-meanwhile");
            case Stepped.NotNow _ -> throw Mistake.of(Mistake.Kind.CONFLICT, "challenge-not-now");
        }
    }

    @Override
    public String toString() {
        return "StepRequest[" + step + "]";
    }
}
