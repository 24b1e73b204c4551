package org.openplr.edge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openplr.challenge.Field;
import org.openplr.challenge.Kind;
import org.openplr.platform.WrittenDate;

/** What somebody says that a record should say, as it is typed: by the names of the fields. */
@Named
@RequestScoped
public class ChallengeForm {
    /** This form's names of what record and register find wrong. */
    static final Map<String, String> FIELDS = Map.of(
            "Subject", "title",
            "SubjectCode", "reference",
            "Grade", "grade",
            "Credits", "credits",
            "Level", "level",
            "ParticipationEndDate", "end",
            "FamilyName", "familyName",
            "GivenName", "givenName",
            "DateOfBirth", "dateOfBirth");

    @Inject
    private Faults faults;

    private final Map<String, String> typed = new HashMap<>();
    private final Map<String, DateParts> days = new HashMap<>();

    public ChallengeForm() {
        for (var field : Field.values()) if (field.isDate()) days.put(field.text(), new DateParts());
    }

    /** The fields of a kind. */
    static List<Field> of(Kind kind) {
        return Arrays.stream(Field.values()).filter(field -> field.isFor(kind)).toList();
    }

    /** Shows what is known. */
    void fill(Map<Field, String> said) {
        said.forEach((field, value) -> {
            var parts = days.get(field.text());
            if (parts == null) typed.put(field.text(), value);
            else parts.set(WrittenDate.iso(value));
        });
    }

    /** What is typed, the empty too; a date that is none is a fault. */
    Map<Field, String> read(Kind kind) {
        var read = new EnumMap<Field, String>(Field.class);
        for (var field : of(kind)) {
            var parts = days.get(field.text());
            if (parts == null)
                read.put(
                        field,
                        Objects.requireNonNullElse(typed.get(field.text()), "").strip());
            else if (parts.isBlank()) read.put(field, "");
            else if (parts.date().isEmpty()) faults.at(field.text(), "challenge.date-invalid");
            else read.put(field, parts.date().get().toString());
        }
        return read;
    }

    /** What is typed and differs, the emptied too. */
    Map<Field, String> changed(Kind kind, Map<Field, String> original) {
        var said = new EnumMap<Field, String>(read(kind));
        said.entrySet().removeIf(one -> one.getValue().equals(original.getOrDefault(one.getKey(), "")));
        return said;
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public Map<String, DateParts> getDays() {
        return days;
    }
}
