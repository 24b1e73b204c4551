package org.openplr.edge.batch;

/** A file of which no row can be read: the message says why, in one line. */
public final class UnreadableFile extends RuntimeException {
    UnreadableFile(String reason) {
        super(reason);
    }
}
