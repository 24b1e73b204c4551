package org.openplr.challenge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openplr.learner.Learner;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.WrittenDate;
import org.openplr.record.LearningEvent;

/**
 * What can be said of an event or of a learner: the fields of the LRS CreateDataChallenge of 2012, and those of somebody's
 * details. Dates are as in {@code 2026-12-07}.
 */
public enum Field {
    TITLE("title", 300),
    REFERENCE("reference", 20),
    TYPE("type", 100),
    LEVEL("level", 40),
    AWARDED_ON("awardedOn", 0),
    GRADE("grade", 40),
    CREDITS("credits", 3),
    LANGUAGE("language", 40),
    AWARDING_ORGANISATION("awardingOrganisation", 150),
    PROVIDER("provider", 150),
    START("start", 0),
    END("end", 0),
    GIVEN_NAME("givenName", 35),
    FAMILY_NAME("familyName", 35),
    DATE_OF_BIRTH("dateOfBirth", 0),
    /** A second number of the learner's. */
    ULN("uln", 10);

    private static final int SHOWN = 300;

    private final String text;
    private final int longest;

    Field(String text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** As interfaces and messages write it. */
    public String text() {
        return text;
    }

    public boolean isDate() {
        return longest == 0;
    }

    /** Whether it is a field of an event. */
    public boolean isOfEvents() {
        return compareTo(GIVEN_NAME) < 0;
    }

    public static Optional<Field> parse(String text) {
        return Arrays.stream(values()).filter(field -> field.text.equals(text)).findFirst();
    }

    /** Whether it can be supplied for this kind of challenge. */
    public boolean isFor(Kind kind) {
        return switch (kind) {
            case WRONG, MISSING -> isOfEvents();
            case DETAILS -> this == GIVEN_NAME || this == FAMILY_NAME || this == DATE_OF_BIRTH;
            case TWO_NUMBERS -> this == ULN;
            case NOT_MINE, DUPLICATE, WRONG_LOOK -> false;
        };
    }

    /** What is wrong with a value, if anything is. */
    Optional<Fault> fault(String value, LocalDate today) {
        if (value.chars().anyMatch(Character::isISOControl)) return fault("control-character");
        if (isDate()) {
            var day = day(value);
            if (day == null) return fault("unreadable");
            return day.isAfter(today) ? fault("in-the-future") : Optional.empty();
        }
        if (this == CREDITS && !value.matches("[0-9]{1,3}")) return fault("unreadable");
        if (this == ULN && org.openplr.party.Uln.parse(value).isEmpty()) return fault("not-a-uln");
        return value.length() > longest
                ? Optional.of(Fault.at(text, "too-long", Integer.toString(longest)))
                : Optional.empty();
    }

    private Optional<Fault> fault(String code) {
        return Optional.of(Fault.at(text, code));
    }

    static @Nullable LocalDate day(@Nullable String value) {
        try {
            return value == null || value.isEmpty() ? null : WrittenDate.iso(value);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** What an event says. */
    static Map<Field, String> of(LearningEvent event) {
        var said = new EnumMap<Field, String>(Field.class);
        put(said, TITLE, event.subject().title());
        put(said, REFERENCE, event.subject().code());
        put(said, TYPE, event.subject().type());
        put(said, LEVEL, event.subject().levelText());
        put(said, AWARDED_ON, event.award().date());
        put(said, GRADE, event.realGrade().orElse(null));
        put(said, CREDITS, event.award().credits());
        put(said, LANGUAGE, event.award().language());
        put(said, AWARDING_ORGANISATION, event.awardingOrganisation().name());
        put(said, PROVIDER, event.provider().name());
        put(said, START, event.participation().start());
        put(said, END, event.participation().end());
        return said;
    }

    /** What the register says. */
    static Map<Field, String> of(Learner learner) {
        var said = new EnumMap<Field, String>(Field.class);
        put(said, GIVEN_NAME, learner.givenName());
        put(said, FAMILY_NAME, learner.familyName());
        put(said, DATE_OF_BIRTH, learner.dateOfBirth());
        return said;
    }

    private static void put(Map<Field, String> said, Field field, @Nullable Object value) {
        var text = Objects.toString(value, "");
        if (!text.isBlank()) said.put(field, text.length() > SHOWN ? text.substring(0, SHOWN) : text);
    }
}
