package org.openplr.platform;

/** Something that keeps rows for a while only; {@link Tidying} lets it forget them, every hour. */
public interface Forgets {
    /** Forgets what is old enough, in a transaction of its own; returns how many rows went. */
    int forget();
}
