package org.openplr.notification;

/** How far a message has come. */
public enum State {
    /** It will be tried, or tried again. */
    WAITING,
    /** The mail server took it. */
    SENT,
    /** It was given up: the address was refused, or the server for days. */
    FAILED,
    /** No mail server is set: it was not sent, and is not going to be. */
    UNSENT,
    /** There was nobody to tell any more, or the code in it had ended. */
    LAPSED
}
