package org.openplr.learner;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openplr.matching.Person;
import org.openplr.party.Gender;
import org.openplr.party.Uln;
import org.openplr.platform.WrittenDate;

/**
 * A learner whom an organisation still knows by 9999999999, the placeholder of provider returns, only.
 *
 * @param reference the organisation's own (MISIdentifier), or empty
 * @param looked when was last looked, null for never
 * @param ended when it was resolved, null while it is open
 * @param uln whose number it turned out to be, null while that is unknown
 */
public record TemporaryNumber(
        UUID id,
        String reference,
        Said said,
        Origin origin,
        Instant noted,
        Advice advice,
        @Nullable Instant looked,
        State state,
        @Nullable Instant ended,
        @Nullable Uln uln) {
    /** So long it is kept: our own figure. */
    public static final Duration KEPT = Duration.ofDays(365);

    /** Where it came from. */
    public enum Origin {
        FILE,
        PAGE,
        REST;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Its life: open, and one of the others. */
    public enum State {
        OPEN,
        /** The number was found or given. */
        RESOLVED,
        /** Nobody needs it any more. */
        REMOVED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> parse(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.text().equals(text))
                    .findFirst();
        }
    }

    /** What the last find said, and so what to do. */
    public enum Advice {
        /** Look for them. */
        NOT_LOOKED,
        /** Take this number. */
        EXACT,
        /** Look at them side by side. */
        POSSIBLE,
        /** Look with more details. */
        TOO_MANY,
        /** Register them. */
        NONE,
        /** Something is missing. */
        INSUFFICIENT;

        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Advice> parse(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.text().equals(text))
                    .findFirst();
        }
    }

    /** What was said of them, as it came. */
    public record Said(
            String givenName,
            String familyName,
            String previousFamilyName,
            String dateOfBirth,
            String gender,
            String postcode) {
        /** The date of birth where it is one. */
        public Optional<LocalDate> born() {
            try {
                return Optional.of(WrittenDate.iso(dateOfBirth));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }

        /** By its code or its name; unknown where it is neither. */
        public Gender sex() {
            var text = gender.strip();
            if (text.matches("[0-9]"))
                return Gender.ofCode(Integer.parseInt(text)).orElse(Gender.UNKNOWN);
            return Arrays.stream(Gender.values())
                    .filter(one -> one.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElse(Gender.UNKNOWN);
        }

        /** The fields without which nobody can be looked for, by the names of the form. */
        public List<String> missing() {
            var missing = new ArrayList<String>();
            if (givenName.isBlank()) missing.add("GivenName");
            if (familyName.isBlank()) missing.add("FamilyName");
            if (born().isEmpty()) missing.add("DateOfBirth");
            return missing;
        }

        /** Whom to look for, where nothing is missing. */
        Optional<Person> person() {
            if (!missing().isEmpty()) return Optional.empty();
            var person = Person.of(givenName, familyName, born().orElseThrow(), sex(), postcode);
            return Optional.of(person.before(previousFamilyName));
        }

        /** Names stay out of logs. */
        @Override
        public String toString() {
            return "Said[]";
        }
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** When it deletes itself. */
    public Instant expires() {
        return noted.plus(KEPT);
    }

    @Override
    public String toString() {
        return "TemporaryNumber[" + id + "]";
    }
}
