package org.openplr.organisation;

import java.util.UUID;
import org.openplr.party.Actor;

/**
 * What follows when two administrators approved a recipient, in that transaction. It is declared here, where what takes two
 * is decided, and kept by the context whose recipients they are.
 */
public interface ApprovesRecipient {
    /** It is approved. */
    void approve(Actor.Administrator by, UUID recipient);
}
