package org.openplr.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.openplr.platform.EmailAddress;

/**
 * A message as it goes out.
 *
 * @param id of its message: also in its Message-ID
 */
record Letter(UUID id, EmailAddress to, Locale language, String subject, String text, String html, Instant date) {
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
