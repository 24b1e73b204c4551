package org.openplr.share;

/** The life of a share. Locked is undone by a new secret only; the last three are for good. */
public enum ShareState {
    ACTIVE,
    /** Ten wrong second factors: the uniform refusal for everyone. */
    LOCKED,
    USED_UP,
    EXPIRED,
    WITHDRAWN
}
