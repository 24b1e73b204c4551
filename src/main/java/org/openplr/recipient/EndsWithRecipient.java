package org.openplr.recipient;

import java.util.UUID;
import org.openplr.party.Actor;

/** What does not outlive a recipient, in the transaction that ends it: declared here, kept by whoever owns it. */
public interface EndsWithRecipient {
    /** It is approved no longer. */
    void recipientEnded(Actor.Administrator by, UUID recipient);
}
