package org.openplr.matching;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that somebody else gave a person.
 *
 * @param digits letters and digits only
 */
public record OtherNumber(Kind kind, String digits) {
    /** Who gave it. */
    public enum Kind {
        /** Unique Pupil Number, of a school. */
        UPN,
        /** Unique Candidate Identifier, of the joint council of examination boards. */
        UCI,
        /** HUSID, of the statistics of higher education. */
        HUSID,
        /** UCAS Personal ID, of whoever applied to universities. */
        UCAS,
        /** Scottish Candidate Number, of Scotland's qualifications authority. */
        SCOTTISH_CANDIDATE
    }

    /** The number, however it was spaced; empty where nothing was given. */
    public static Optional<OtherNumber> of(Kind kind, @Nullable String text) {
        if (text == null) return Optional.empty();
        var digits = text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return digits.isEmpty() ? Optional.empty() : Optional.of(new OtherNumber(kind, digits));
    }

    /** Its kind; the number stays out of logs. */
    @Override
    public String toString() {
        return "OtherNumber[" + kind + "]";
    }
}
