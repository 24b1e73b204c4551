package org.openplr.share;

/** The secrets of a grant as the database keeps them: digests, and the ids of their keys. */
record KeptSecrets(String selector, String verifierKey, String verifierDigest, String codeDigest, KeptFactor factor) {}
