package org.openplr.party;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A published list of codes, with what is known of where it comes from.
 *
 * @param name by which it is asked for
 * @param version the day on which it last changed
 * @param source where the codes and their labels come from
 * @param confirmed whether all of that is from a primary source of the real service; what is not says so in its source
 * @param codes in the order in which people read them
 */
public record CodeList(
        String name, LocalDate version, Label label, String source, boolean confirmed, List<Code> codes) {
    public CodeList {
        codes = List.copyOf(codes);
    }

    /** What something is called. */
    public record Label(String english, String welsh) {
        /** In the language of this locale. */
        public String in(Locale language) {
            return language.getLanguage().equals("cy") ? welsh : english;
        }
    }

    /**
     * One code.
     *
     * @param code as it is written in messages and files
     * @param name as programs call it
     * @param note what there is to know besides, or empty: {@code level-one}, {@code old value}, {@code meaning not found}
     */
    public record Code(String code, String name, Label label, String note) {}

    /** The code that programs call this. */
    public Optional<Code> named(String program) {
        return codes.stream().filter(code -> code.name().equals(program)).findFirst();
    }
}
