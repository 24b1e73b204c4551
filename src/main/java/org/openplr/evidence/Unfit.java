package org.openplr.evidence;

import java.util.Locale;

/** Why a file is not taken; its words, with what to do about it, are the message {@code fault.file-…}. */
public enum Unfit {
    EMPTY,
    /** Larger than {@link Examining#LARGEST}. */
    TOO_LARGE,
    /** Neither PDF nor PNG nor JPEG. */
    UNKNOWN_KIND,
    /** It begins as what it says it is, and is not. */
    UNREADABLE,
    /** More pixels than are unpacked here. */
    TOO_MANY_PIXELS,
    /** A PDF that wants a passphrase. */
    PROTECTED,
    /** A PDF that does something: a script, an action that starts something. */
    ACTIVE,
    /** A PDF that carries other files. */
    CARRIES_FILES,
    /** A PDF with a form of XFA, which is a program. */
    FORM,
    /** A PDF of more parts, or larger ones, than are looked into. */
    TOO_COMPLEX,
    /** The scanner found something. */
    INFECTED,
    /** The scanner could not look. */
    NOT_SCANNED,
    /** As many files are being looked at as this server can at once. */
    BUSY;

    /** Stable, lower case with dashes. */
    public String code() {
        return "file-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the same file may be taken a little later. */
    public boolean isPassing() {
        return this == NOT_SCANNED || this == BUSY;
    }
}
