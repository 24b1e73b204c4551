package org.openplr.share;

/**
 * A second factor as the database keeps it; all but the kind are empty of what is no PIN.
 *
 * @param salt the id of the share or the draft for which it was chosen, so that one PIN has another digest in each; empty
 *     of those of before 28 November 2026 until {@link Salting} has reached them
 * @param onLink whether the link asks for the PIN too
 */
record KeptFactor(SecondFactor.Kind kind, String keyId, String digest, String salt, boolean onLink) {
    static KeptFactor noPin(SecondFactor.Kind kind) {
        return new KeptFactor(kind, "", "", "", false);
    }
}
