package org.openplr.identity;

import org.jspecify.annotations.Nullable;

/** What comes of a step of a super user with a system of their organisation. */
public sealed interface ClientOutcome {
    /**
     * It is done.
     *
     * @param client as it is now
     * @param secret of the key that was made, if it is one of ours: told now and never again
     */
    record Done(ApiClient client, @Nullable ClientSecret secret) implements ClientOutcome {}

    /** There is no such system or key of this organisation: the same whether it never was or is somebody else's. */
    record NotFound() implements ClientOutcome {}

    /** Only a super user of an organisation may. */
    record NotAllowed() implements ClientOutcome {}

    /** There are as many already as there may be: two keys of a system, or the systems of an organisation. */
    record TooMany() implements ClientOutcome {}
}
