package org.openplr.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where an organisation is reached, as UKRLP has it; what is not known is empty.
 *
 * @param lines of the address, without town and postcode
 */
public record Contact(
        Type type, List<String> lines, String town, String postcode, String telephone, String email, String website) {
    public Contact {
        lines = lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /** UKRLP's contact types. */
    public enum Type {
        LEGAL("L"),
        PRIMARY("P");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Optional<Type> parse(String code) {
            return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
        }
    }

    /** Whether nothing at all is known. */
    public boolean isEmpty() {
        return lines.isEmpty()
                && town.isEmpty()
                && postcode.isEmpty()
                && telephone.isEmpty()
                && email.isEmpty()
                && website.isEmpty();
    }
}
