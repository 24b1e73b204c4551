package org.openplr.share;

import java.time.Instant;
import java.util.UUID;
import org.openplr.party.Uln;

/**
 * A share as far as its learner, or its recipient, is told of it by a message: nothing of the record, and no secret.
 *
 * @param uln whose it is, to find where to tell them
 * @param signIn whether its recipient signs in, and there is no code
 */
public record ToldShare(
        UUID id,
        Uln uln,
        Recipient recipient,
        Purpose purpose,
        Language language,
        boolean signIn,
        Instant created,
        Instant expires) {}
