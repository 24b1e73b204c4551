package org.openplr.notification;

import java.util.Locale;

/** Why a message was not taken; never the server's own words, which may hold the address. */
enum Trouble {
    /** The address is refused for good. */
    REFUSED,
    /** There is no mail server to be reached. */
    UNREACHABLE,
    /** The mail server does not let us in. */
    LOGIN,
    /** The mail server did not take it now. */
    NOT_NOW;

    /** Whether the next message would fare the same. */
    boolean isOfServer() {
        return this == UNREACHABLE || this == LOGIN;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
