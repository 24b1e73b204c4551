package org.openplr.notification;

import jakarta.inject.Inject;
import java.util.Optional;
import org.openplr.platform.Part;
import org.openplr.platform.Settings;
import org.openplr.platform.Smtp;

/**
 * Sends what is due. It has no transaction of its own: each row is taken in one, sent in none, and noted in another, so
 * that a slow mail server holds nothing that anybody else wants.
 */
@Part
class Delivery {
    private final Outbox outbox;
    private final Letters letters;
    private final Optional<Smtp> smtp;
    private final String host;

    @Inject
    Delivery(Outbox outbox, Letters letters, Settings settings) {
        this.outbox = outbox;
        this.letters = letters;
        this.smtp = settings.smtp();
        this.host = settings.publicUrl().getHost();
    }

    /** One round. It ends early where the server itself is in the way: the next letter would fare no better. */
    void sendDue() {
        if (smtp.isEmpty()) {
            for (var message : outbox.due()) if (outbox.claim(message)) outbox.end(message, State.UNSENT);
            return;
        }
        try (var post = new Post(smtp.get(), host)) {
            for (var message : outbox.due()) if (outbox.claim(message) && !send(message, post)) return;
        }
    }

    private boolean send(Message message, Post post) {
        var letter = letters.write(message);
        if (letter.isEmpty()) {
            outbox.end(message, State.LAPSED);
            return true;
        }
        var trouble = post.send(letter.get());
        if (trouble.isEmpty()) outbox.end(message, State.SENT);
        else outbox.failed(message, trouble.get());
        return trouble.filter(Trouble::isOfServer).isEmpty();
    }
}
