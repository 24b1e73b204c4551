package org.openplr.edge.rest;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.openplr.challenge.Beginning;
import org.openplr.challenge.Field;
import org.openplr.challenge.Kind;
import org.openplr.challenge.Telling;
import org.openplr.party.Uln;
import org.openplr.platform.Mistake;
import org.openplr.platform.Mistake.Fault;

/**
 * Something is wrong.
 *
 * @param uln of the learner, where an organisation raises it for them
 * @param event the id of the event, where the kind is of one
 * @param other of {@code duplicate}: the event that should go
 * @param look of {@code wrongLook}: the id of the entry of the activity list
 * @param supplied what it should say, by the names of the fields; dates as in {@code 2026-12-07}
 * @param elsewhere where somebody else waits for it
 */
public record ChallengeRequest(
        @Nullable String uln,
        @Nullable String kind,
        @Nullable String event,
        @Nullable String other,
        @Nullable String look,
        @Nullable Map<String, @Nullable String> supplied,
        @Nullable String explanation,
        @Nullable Waiting elsewhere) {
    /** Who waits for it, and until when. */
    @Schema(name = "ChallengeWaiting")
    public record Waiting(@Nullable LocalDate on, @Nullable String what) {}

    Beginning beginning() {
        var faults = new Faults();
        var which = faults.required("/kind", kind).flatMap(Kind::parse);
        if (which.isEmpty() && kind != null) faults.add("/kind", "unknown-value");
        faults.throwIfAny();
        return new Beginning(which.orElseThrow(), id("/event", event), id("/other", other), id("/look", look));
    }

    private static @Nullable UUID id(String pointer, @Nullable String text) {
        if (text == null) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Mistake.unprocessable(Fault.at(pointer, "unknown-value"));
        }
    }

    Uln number() {
        return Optional.ofNullable(uln)
                .flatMap(Uln::parse)
                .orElseThrow(() -> Mistake.unprocessable(Fault.at("/uln", "not-a-uln")));
    }

    Telling telling() {
        var waiting = elsewhere == null ? new Waiting(null, null) : elsewhere;
        return new Telling(
                fields(supplied),
                Objects.requireNonNullElse(explanation, ""),
                waiting.on,
                Objects.requireNonNullElse(waiting.what, ""));
    }

    static Map<Field, String> fields(@Nullable Map<String, @Nullable String> said) {
        var fields = new EnumMap<Field, String>(Field.class);
        if (said == null) return fields;
        said.forEach((name, value) -> {
            var field = Field.parse(name);
            if (field.isEmpty()) throw Mistake.unprocessable(Fault.at("/supplied/" + name, "unknown-value"));
            fields.put(field.get(), Objects.requireNonNullElse(value, ""));
        });
        return fields;
    }

    @Override
    public String toString() {
        return "ChallengeRequest[" + kind + "]";
    }
}
