package org.openplr.share;

/** Which words a learner agreed to: the page's own text, by its version and language. */
final class Wording {
    /** Changes whenever the words of "Check before you share" change their meaning. */
    static final String VERSION = "2026-11-3";

    /** The same of "Let this app see your record?". */
    static final String OF_APPS = "app-2026-11-1";

    private Wording() {}

    static String of(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.APP ? OF_APPS : VERSION;
    }
}
