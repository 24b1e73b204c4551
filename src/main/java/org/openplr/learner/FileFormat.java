package org.openplr.learner;

import java.util.Locale;

/** What a file of learners, or the answer to one, is made of: told by its content, whatever it is called. */
public enum FileFormat {
    CSV("text/csv;charset=UTF-8"),
    XML("application/xml");

    private static final int BYTES = 200;

    private final String mediaType;

    FileFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * XML is what begins with an angle bracket after blanks and byte order marks, in UTF-8, UTF-16 or anything that has
     * ASCII in it; no name of a column does.
     */
    public static FileFormat of(byte[] content) {
        for (var i = 0; i < Math.min(content.length, BYTES); i++) {
            var one = content[i] & 0xff;
            if (one == '<') return XML;
            var passed = one <= ' ' || (i < 3 && (one == 0xef || one == 0xbb || one == 0xbf || one >= 0xfe));
            if (!passed) return CSV;
        }
        return CSV;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What comes behind a name. */
    public String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
