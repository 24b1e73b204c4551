package org.openplr.recipient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Mistake.Fault;
import org.openplr.platform.Words;

/**
 * What a recipient says of itself.
 *
 * @param email an address of the organisation's own domain
 * @param language of the message to it
 */
public record RecipientApplication(String name, RegisteredNumber number, EmailAddress email, Locale language) {
    static final int LONGEST_NAME = 150;

    public RecipientApplication {
        name = name.strip();
    }

    /** What is wrong with it; nothing may be. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (name.isBlank()) faults.add(Fault.at("name", "missing"));
        else if (name.length() > LONGEST_NAME) faults.add(Fault.at("name", "too-long", Integer.toString(LONGEST_NAME)));
        if (name.chars().anyMatch(Character::isISOControl)) faults.add(Fault.at("name", "control-character"));
        if (PublicMail.has(domain())) faults.add(Fault.at("email", "public-mail"));
        return faults;
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
                Words.key(name, LONGEST_NAME),
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
