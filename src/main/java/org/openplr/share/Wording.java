package org.openplr.share;

/** Which words a learner agreed to: the page's own text, by its version and language. */
final class Wording {
    /** Changes whenever the words of "Check before you share" change their meaning. */
    static final String VERSION = "2026-11-2";

    private Wording() {}
}
