package org.openplr.edge.web.oidc;

import org.openplr.identity.ProviderIdentity;
import org.openplr.identity.TokenFault;

/** What comes of a code that a browser brought back. */
public sealed interface Redeemed {
    /** The provider vouches for this person. */
    record Known(ProviderIdentity who) implements Redeemed {}

    /** What it sent is not taken. */
    record Faulty(TokenFault fault) implements Redeemed {}

    /** It does not take the code, any more or at all. */
    record Stale() implements Redeemed {}
}
