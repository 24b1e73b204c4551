package org.openplr.share;

import org.jspecify.annotations.Nullable;

/**
 * The secrets of a grant as the database keeps them: digests, and the ids of their keys. All but the factor are null
 * where its recipient signs in.
 */
record KeptSecrets(
        @Nullable String selector,
        @Nullable String verifierKey,
        @Nullable String verifierDigest,
        @Nullable String codeDigest,
        KeptFactor factor) {}
