package org.openplr.platform;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One e-mail address, as the mail library reads it: no name beside it, no second one behind a comma, no line break. It is
 * personal, so its text is only where it is asked for.
 */
public record EmailAddress(String text) {
    private static final int LONGEST = 254;

    /**
     * What remains when quotes, comments, address literals and foreign scripts are left out, with a dot in the domain. That
     * no label of it is empty is the library's to see.
     */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-][A-Za-z0-9.-]*\\.[A-Za-z][A-Za-z0-9-]+");

    public EmailAddress {
        if (!reads(text)) throw new IllegalArgumentException("no e-mail address");
    }

    /** The address somebody typed; empty where it is none. */
    public static Optional<EmailAddress> parse(String typed) {
        var text = typed.strip();
        return reads(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    private static boolean reads(String text) {
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) return false;
        try {
            var address = new InternetAddress(text, true);
            return text.equals(address.getAddress()) && address.getPersonal() == null;
        } catch (AddressException none) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
