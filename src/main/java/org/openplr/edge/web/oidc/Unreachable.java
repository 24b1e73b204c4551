package org.openplr.edge.web.oidc;

import java.io.IOException;

/** A provider does not answer, or not as it should: nothing is known of whoever wants to sign in. */
public final class Unreachable extends IOException {
    Unreachable(String what) {
        super(what);
    }

    Unreachable(String what, Throwable cause) {
        super(what, cause);
    }
}
