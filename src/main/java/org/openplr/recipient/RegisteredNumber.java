package org.openplr.recipient;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number under which a public register knows an organisation that is no provider: a company number of Companies
 * House, or the number of a charity. Only its form is known here; that it is theirs two administrators look up.
 */
public record RegisteredNumber(Register register, String text) {
    /** Who gave it. */
    public enum Register {
        /** Eight digits, or two letters and six digits, or R and seven digits of an old company of Northern Ireland. */
        COMPANY(Pattern.compile("[0-9]{8}|R[0-9]{7}|(?:SC|NI|OC|SO|NC|FC|SF|NF|IP|SP|NP|IC|SI|LP|SL|NL|RC|SR|NR|CE|CS"
                + "|RS|AC|SA|NA|GE|GS|GN|ZC|SZ|NZ|PC|SG|NO|ES|EN|OE)[0-9]{6}")),
        /** Six to eight digits in England and Wales, SC0 and five digits in Scotland, NIC and six in Northern Ireland. */
        CHARITY(Pattern.compile("[0-9]{6,8}|SC0[0-9]{5}|NIC[0-9]{6}"));

        private final Pattern form;

        Register(Pattern form) {
            this.form = form;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RegisteredNumber {
        if (!register.form.matcher(text).matches()) throw new IllegalArgumentException("not such a number");
    }

    /** A number as somebody typed it, whatever case and blanks. */
    public static Optional<RegisteredNumber> parse(Register register, String typed) {
        var text = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return register.form.matcher(text).matches()
                ? Optional.of(new RegisteredNumber(register, text))
                : Optional.empty();
    }
}
