package org.openplr.share;

import java.time.Instant;
import java.util.UUID;
import org.openplr.party.Uln;

/**
 * A share as far as its learner, or its recipient, is told of it by a message: nothing of the record, and no secret.
 *
 * @param uln whose it is, to find where to tell them
 * @param signIn whether its recipient signs in, and there is no code
 * @param pinOnLink whether its link asks for the PIN too
 */
public record ToldShare(
        UUID id,
        Uln uln,
        Recipient recipient,
        Purpose purpose,
        Language language,
        boolean signIn,
        boolean pinOnLink,
        Instant created,
        Instant expires) {}
