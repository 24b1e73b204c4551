package org.openplr.matching;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.openplr.party.Gender;

/** How much each field of two people agrees. */
final class Comparing {
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.BASIC_ISO_DATE;
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final double MUCH_ALIKE = 0.93;
    private static final int LONG_NAME = 6;
    private static final int SHORTEST_BEGINNING = 3;

    private Comparing() {}

    static Agreement given(Traits wanted, Traits known) {
        var best = Agreement.DIFFERENT;
        for (var one : wanted.givens())
            for (var other : known.givens()) {
                var agreement = given(one, other);
                if (agreement == Agreement.EXACT && !(one.equals(wanted.given()) && other.equals(known.given())))
                    agreement = Agreement.KNOWN_AS;
                if (agreement.compareTo(best) < 0 || agreement == Agreement.NOT_COMPARED) best = agreement;
            }
        return best;
    }

    private static Agreement given(Traits.Name one, Traits.Name other) {
        if (one.isEmpty() || other.isEmpty()) return Agreement.NOT_COMPARED;
        if (one.joined().equals(other.joined())) return Agreement.EXACT;
        if (!disjoint(one, other)) return Agreement.KNOWN_AS;
        if (one.words().stream()
                .anyMatch(word -> word.length() > 1 && other.words().contains(word))) return Agreement.PART;
        if (begins(one.joined(), other.joined()) || begins(other.joined(), one.joined())) return Agreement.SHORTENED;
        return alike(one, other);
    }

    /** Whether no name that one may stand for is one that the other may stand for. */
    private static boolean disjoint(Traits.Name one, Traits.Name other) {
        if (one.words().size() != other.words().size()) return true;
        var canon = Nicknames.canon(one.first());
        return Nicknames.canon(other.first()).stream().noneMatch(canon::contains);
    }

    private static boolean begins(String name, String beginning) {
        return name.startsWith(beginning) && (beginning.length() == 1 || beginning.length() >= SHORTEST_BEGINNING);
    }

    static Agreement family(Traits wanted, Traits known) {
        var one = wanted.family();
        var other = known.family();
        if (one.isEmpty() || other.isEmpty()) return Agreement.NOT_COMPARED;
        if (one.joined().equals(other.joined())) return Agreement.EXACT;
        for (var a : wanted.families())
            for (var b : known.families()) if (a.joined().equals(b.joined())) return Agreement.FORMER;
        for (var a : wanted.families())
            for (var b : known.families())
                if (a.words().stream()
                        .anyMatch(word -> word.length() > 2 && b.words().contains(word))) return Agreement.PART;
        return alike(one, other);
    }

    private static Agreement alike(Traits.Name one, Traits.Name other) {
        if (isTypo(one.joined(), other.joined())) return Agreement.TYPO;
        for (var a : one.words()) for (var b : other.words()) if (a.length() > 4 && isTypo(a, b)) return Agreement.TYPO;
        return one.sound().equals(other.sound()) ? Agreement.SOUNDS : Agreement.DIFFERENT;
    }

    static boolean isTypo(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        if (shorter < 2 || Math.abs(one.length() - other.length()) > 2) return false;
        var slips = Slips.between(one, other, shorter >= LONG_NAME ? 2 : 1);
        if (slips <= 1) return true;
        return slips == 2 && shorter >= LONG_NAME && JARO_WINKLER.apply(one, other) >= MUCH_ALIKE;
    }

    static Agreement born(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) return Agreement.NOT_COMPARED;
        if (one.equals(other)) return Agreement.EXACT;
        var sameYear = one.getYear() == other.getYear();
        if (sameYear && one.getDayOfMonth() == other.getMonthValue() && one.getMonthValue() == other.getDayOfMonth())
            return Agreement.SWAPPED;
        if (Slips.between(one.format(DIGITS), other.format(DIGITS), 1) <= 1) return Agreement.TYPO;
        var same = (sameYear ? 1 : 0)
                + (one.getMonthValue() == other.getMonthValue() ? 1 : 0)
                + (one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0);
        return same == 2 ? Agreement.NEAR : Agreement.DIFFERENT;
    }

    static Agreement gender(Gender one, Gender other) {
        if (!isKnown(one) || !isKnown(other)) return Agreement.NOT_COMPARED;
        return one == other ? Agreement.EXACT : Agreement.DIFFERENT;
    }

    static boolean isKnown(Gender gender) {
        return gender == Gender.MALE || gender == Gender.FEMALE;
    }

    static Agreement postcode(Traits one, Traits other) {
        if (one.postcode().isEmpty() || other.postcode().isEmpty()) return Agreement.NOT_COMPARED;
        if (one.postcode().equals(other.postcode())) return Agreement.EXACT;
        if (Slips.between(one.postcode(), other.postcode(), 1) <= 1) return Agreement.TYPO;
        if (one.postcode().length() > 4 && one.sector().equals(other.sector())) return Agreement.NEAR;
        return one.area().equals(other.area()) ? Agreement.AREA : Agreement.DIFFERENT;
    }

    /** The same by whoever gave it; another one by the same, where none is the same. */
    static Agreement numbers(List<OtherNumber> wanted, List<OtherNumber> known) {
        if (wanted.stream().anyMatch(known::contains)) return Agreement.EXACT;
        var both = wanted.stream().anyMatch(one -> known.stream().anyMatch(other -> other.kind() == one.kind()));
        return both ? Agreement.DIFFERENT : Agreement.NOT_COMPARED;
    }

    static Agreement text(String one, String other) {
        if (one.isBlank() || other.isBlank()) return Agreement.NOT_COMPARED;
        return Spelling.text(one).equals(Spelling.text(other)) ? Agreement.EXACT : Agreement.DIFFERENT;
    }
}
