package org.openplr.notification;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.platform.EmailAddress;
import org.openplr.platform.Service;
import org.openplr.platform.Settings;

/**
 * What administrators see of the messages. In production: how many there are, and which failed; never to whom or what. In
 * development all of them, with the address, and with the demo's fictional people the words too.
 */
@Service
public class MailRoom {
    private static final int MOST = 100;

    private final Outbox outbox;
    private final Letters letters;
    private final Settings settings;

    @Inject
    MailRoom(Outbox outbox, Letters letters, Settings settings) {
        this.outbox = outbox;
        this.letters = letters;
        this.settings = settings;
    }

    /**
     * One message.
     *
     * @param template a stable code of what it is about
     * @param to its address, empty in production and where there is none any more
     * @param trouble a stable code of why the last try failed, or empty
     * @param nextTry when it is tried again; of no meaning but while it waits
     */
    public record Line(
            UUID id,
            Instant made,
            String template,
            String to,
            State state,
            int tries,
            Instant nextTry,
            String trouble,
            boolean readable) {}

    /** How many there are of each state. */
    public Map<State, Integer> counts(Actor.Administrator administrator) {
        return outbox.counts();
    }

    /** The newest, those that failed in production and all in development. */
    public List<Line> newest(Actor.Administrator administrator) {
        var which = isOpen() ? Optional.<State>empty() : Optional.of(State.FAILED);
        return outbox.newest(which, MOST).stream().map(this::line).toList();
    }

    /** The words of a message, its code included: of the demo's people only. */
    public Optional<String> text(Actor.Administrator administrator, UUID id) {
        if (settings.demo().isEmpty()) return Optional.empty();
        return outbox.find(id).flatMap(letters::write).map(Letter::text);
    }

    /** Whether all are shown, as in development. */
    public boolean isOpen() {
        return settings.profile() == Settings.Profile.DEVELOPMENT;
    }

    /** Whether there is a mail server. */
    public boolean hasServer() {
        return settings.smtp().isPresent();
    }

    private Line line(Message message) {
        var letter = isOpen() ? letters.write(message) : Optional.<Letter>empty();
        return new Line(
                message.id(),
                message.made(),
                message.template().key(),
                letter.map(Letter::to).map(EmailAddress::text).orElse(""),
                message.state(),
                message.tries(),
                message.nextTry(),
                message.trouble().isEmpty()
                        ? ""
                        : Trouble.valueOf(message.trouble()).key(),
                letter.isPresent() && settings.demo().isPresent());
    }
}
