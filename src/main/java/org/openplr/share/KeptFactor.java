package org.openplr.share;

/** A second factor as the database keeps it; key and digest are empty of what is no PIN. */
record KeptFactor(SecondFactor.Kind kind, String keyId, String digest) {}
