package org.openplr.share;

/** A second factor as the database keeps it; key and digest are empty for a date of birth. */
record KeptFactor(SecondFactor.Kind kind, String keyId, String digest) {}
