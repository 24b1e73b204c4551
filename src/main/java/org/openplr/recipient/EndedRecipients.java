package org.openplr.recipient;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openplr.party.Actor;
import org.openplr.platform.Part;

/** What follows when a recipient is ended: nobody signs in for it any more, and what was for it ends. */
@Part
class EndedRecipients {
    private final Colleagues colleagues;
    private final Iterable<EndsWithRecipient> others;

    @Inject
    EndedRecipients(Colleagues colleagues, @Any Instance<EndsWithRecipient> others) {
        this(colleagues, (Iterable<EndsWithRecipient>) others);
    }

    EndedRecipients(Colleagues colleagues, Iterable<EndsWithRecipient> others) {
        this.colleagues = colleagues;
        this.others = others;
    }

    void end(Actor.Administrator by, UUID recipient) {
        colleagues.endAll(by, recipient);
        others.forEach(other -> other.recipientEnded(by, recipient));
    }
}
