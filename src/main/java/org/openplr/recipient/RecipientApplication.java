package org.openplr.recipient;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Words;

/**
 * What a recipient says of itself.
 *
 * @param email an address of the organisation's own domain
 * @param language of the message to it
 */
public record RecipientApplication(String name, RegisteredNumber number, EmailAddress email, Locale language) {
    public RecipientApplication {
        name = name.strip();
    }

    /** Behind the last at sign, in lower case. */
    String domain() {
        return domain(email);
    }

    static String domain(EmailAddress email) {
        return email.text().substring(email.text().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    List<Object> values(UUID id, String client, String key, Instant codeEnds, Instant now) {
        return List.of(
                id,
                name,
                Words.key(name, 150),
                number.register().name(),
                number.text(),
                domain(),
                email.text(),
                language.getLanguage(),
                client,
                key,
                codeEnds,
                now);
    }

    @Override
    public String toString() {
        return "RecipientApplication[…]";
    }
}
